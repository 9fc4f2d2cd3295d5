# SPDX-License-Identifier: Apache-2.0
"""The pack that the program brings along: both languages say the same, and neither says too much."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from kiosk.author.check import check_pack
from kiosk.author.style import all_texts
from kiosk.content.blocks import Block, Callout, Figure, IconArray, List, Table, Text, cited, plain
from kiosk.content.finding import Severity
from kiosk.content.manifest import read_pack
from kiosk.content.pack import Pack, Role, Section, WallPoint
from kiosk.content.readability import (
    block_texts,
    grade,
    pack_grade,
    section_grade,
    section_texts,
    sentences,
    words,
)
from kiosk.content.section import read_sections
from kiosk.content.syllables import counter
from kiosk.paths import resources
from kiosk.render.pictures import probe

ROOT = resources() / "packs" / "ptsd"
LANGUAGES = ("en", "es")
RISKS = "effects-and-risks"
BEFORE_RISKS = {"start-here", "what-ketamine-is", "how-ketamine-may-act", "where-it-stands-today"}

CONDITION = re.compile(r"\b(PTSD|TEPT|depression|depresión)\b", re.IGNORECASE)
KETAMINE = re.compile(r"\b(es)?ketamin[ea]\b", re.IGNORECASE)
BENEFIT = re.compile(
    r"\b(improved?|get better|makes PTSD better|benefit|gave hope|hopeful|relief|fast|fewer signs|free of"
    r"|feel better|recover|mejor(ar|e|ó|aron|ía)|beneficio|(dio|dieron) (más )?esperanza|alivio"
    r"|menos síntomas|quedaron sin|sientan mejor|se recuperan)\b|(?<!más )\brápido\b",
    re.IGNORECASE,
)
RISK = re.compile(r"\b(risks?|riesgos?|blood pressure|presión)\b", re.IGNORECASE)
UNFIT_FOR_THE_WALL = re.compile(
    r"dissociati|disociaci|unreal|irreal|cut off|desconexión|suicid", re.IGNORECASE
)
ADDRESS = re.compile(
    r"\b(?:[\w-]+\.)+(?:com|org|net|gov|edu|int|info|health|clinic|care|shop|io|co|us)\b", re.IGNORECASE
)
HOSTS = {
    "988lifeline.org",
    "clinicaltrials.gov",
    "dailymed.nlm.nih.gov",
    "epocrates.com",
    "fda.gov",
    "govinfo.gov",
    "nimh.nih.gov",
    "pmc.ncbi.nlm.nih.gov",
    "ptsd.va.gov",
    "who.int",
}
DO_NOT_STOP_ALONE = {
    "en": "If you take one now, do not stop by yourself. Ask your prescriber.",
    "es": "Si ahora usa algo de esto, no lo deje por su cuenta. Pregunte a quien le receta.",
}
ALREADY_TREATED = {
    "en": "Already having this treatment? Do not stop because of this screen. Bring your questions today.",
    "es": "¿Ya recibe este tratamiento? No lo deje por lo que ve en esta pantalla. Haga hoy sus preguntas.",
}

Book = dict[str, tuple[Section, ...]]


@pytest.fixture(scope="module")
def pack() -> Pack:
    found, findings = read_pack(ROOT)
    assert found
    assert findings == ()
    return found


@pytest.fixture(scope="module")
def book(pack: Pack) -> Book:
    """Return the sections by language."""
    assert pack.manifest.languages == LANGUAGES
    texts = {}
    for language in LANGUAGES:
        texts[language], findings = read_sections(pack, language)
        assert findings == ()
        assert {section.language for section in texts[language]} == {language}
    return texts


def pairs(book: Book) -> Iterator[tuple[Section, Section]]:
    yield from zip(book["en"], book["es"], strict=True)


def points(book: Book) -> Iterator[tuple[Section, WallPoint, str]]:
    """Yield each point of the wall with its section and all its words, those of its figure included."""
    for language in LANGUAGES:
        for section in book[language]:
            for point in section.wall:
                caption = plain(point.figure.caption) if point.figure else ""
                yield section, point, f"{plain(point.text)} {plain(point.more)} {caption}"


def parts(block: Block) -> list[Text]:
    """Return the texts of a block: its items, cells or paragraphs."""
    match block:
        case List(items=items):
            return [item.text for item in items]
        case Callout(paragraphs=paragraphs):
            return list(paragraphs)
        case Table(head=head, rows=rows):
            return [cell for row in (head, *rows) for cell in row]
        case Figure(caption=text) | IconArray(caption=text):
            return [text]
        case _:
            return [block.text]


def citations(text: Text) -> list[tuple[str, ...]]:
    return [span.sources for span in text if span.sources]


def terms(text: Text) -> list[str]:
    return sorted(dict.fromkeys(span.term for span in text if span.term))


def numbers(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+(?:-\d+)*", text))


# Both languages say the same


def test_the_check_finds_nothing_to_mend() -> None:
    findings = check_pack(ROOT, probe, today=date(2026, 12, 1))
    assert [str(item) for item in findings if item.severity is not Severity.NOTE] == []
    assert {item.rule for item in findings} == {"unreviewed", "translation-unreviewed"}


def test_both_languages_have_the_seven_sections(book: Book, pack: Pack) -> None:
    ids = [flags.id for flags in pack.manifest.sections]
    assert ids == [
        "start-here",
        "understanding-ptsd",
        "what-ketamine-is",
        "how-ketamine-may-act",
        "effects-and-risks",
        "where-it-stands-today",
        "what-to-ask",
    ]
    for language in LANGUAGES:
        assert [section.id for section in book[language]] == ids


def test_blocks_cite_teach_and_count_the_same(book: Book) -> None:
    seen = 0
    for english, spanish in pairs(book):
        assert [type(block) for block in english.blocks] == [type(block) for block in spanish.blocks]
        for one, other in zip(english.blocks, spanish.blocks, strict=True):
            assert len(parts(one)) == len(parts(other)), (english.id, plain(parts(one)[0]))
            for said, told in zip(parts(one), parts(other), strict=True):
                assert citations(said) == citations(told), (english.id, plain(said))
                assert terms(said) == terms(told), (english.id, plain(said))
                seen += bool(citations(said))
            if isinstance(one, IconArray) and isinstance(other, IconArray):
                assert (one.id, one.count, one.of) == (other.id, other.count, other.of)
            if isinstance(one, Callout) and isinstance(other, Callout):
                assert one.tone is other.tone
    assert seen > 80


def test_the_wall_is_the_same(book: Book) -> None:
    for english, spanish in pairs(book):
        assert english.wall
        assert len(english.wall) == len(spanish.wall)
        for one, other in zip(english.wall, spanish.wall, strict=True):
            assert citations(one.text) == citations(other.text)
            assert citations(one.more) == citations(other.more)
            arrays = [
                (point.figure.id, point.figure.count, point.figure.of)
                for point in (one, other)
                if isinstance(point.figure, IconArray)
            ]
            assert len(set(arrays)) == len(arrays) // 2


def test_each_section_has_its_drawing_told_in_both_languages(book: Book) -> None:
    for english, spanish in pairs(book):
        assert english.image
        assert spanish.image
        assert english.image.path == spanish.image.path == f"media/{english.id}.svg"
        assert len({"", english.image.alt, spanish.image.alt}) == 3


def test_no_number_is_lost_or_added(book: Book) -> None:
    """Only the 2 that reaches Spanish at 988 stands more often in Spanish."""
    seen = 0
    for english, spanish in pairs(book):
        told = [(one, other) for one, other in zip(english.blocks, spanish.blocks, strict=True)]
        texts = [(parts(one), parts(other)) for one, other in told]
        texts += [([one.text], [other.text]) for one, other in zip(english.wall, spanish.wall, strict=True)]
        texts += [([one.more], [other.more]) for one, other in zip(english.wall, spanish.wall, strict=True)]
        for ones, others in texts:
            for one, other in zip(ones, others, strict=True):
                wanted, found = numbers(plain(one)), numbers(plain(other))
                assert not wanted - found, (english.id, plain(one))
                assert set(found - wanted) <= ({"2"} if "988" in wanted else set()), (english.id, plain(one))
                seen += wanted.total()
    assert seen > 60


def test_every_text_of_the_manifest_is_in_both_languages(pack: Pack) -> None:
    manifest = pack.manifest
    told = [manifest.title]
    told += [text for term in manifest.glossary.values() for text in (term.term, term.meaning)]
    for crisis in manifest.crisis.values():
        told += [crisis.label, *(text for line in crisis.lines for text in (line.name, line.how))]
    assert len(told) > 40
    for text in told:
        assert set(text) == set(LANGUAGES)
        assert all(text.values())
    (first, *_) = manifest.crisis["US"].lines
    assert first.number == "988"
    assert "Para español, marque 2" in first.how["es"]


# What may be said, and where


def test_a_point_about_a_treatment_names_the_condition(book: Book) -> None:
    seen = 0
    for section, point, said in points(book):
        if section.flags.only_with or section.flags.role is Role.RISK or BENEFIT.search(said):
            told = f"{plain(point.text)} {plain(point.more)}"
            assert CONDITION.search(told), (section.id, told)
            seen += 1
    assert seen >= 30
    for language in LANGUAGES:
        for section in book[language]:
            message = plain(section.key_message)
            assert CONDITION.search(message), message


def test_a_sentence_on_what_helped_stands_beside_its_condition(book: Book) -> None:
    seen = Counter[str]()
    for language in LANGUAGES:
        for section in book[language]:
            for block in section.blocks:
                for said in block_texts(block):
                    if BENEFIT.search(said):
                        assert CONDITION.search(said), (section.id, said)
                        seen[language] += 1
    assert min(seen[language] for language in LANGUAGES) >= 15


def test_benefit_of_ketamine_stands_with_its_risk_on_the_wall(book: Book) -> None:
    seen = 0
    for section, _, said in points(book):
        if KETAMINE.search(said) and BENEFIT.search(said):
            assert RISK.search(said), (section.id, said)
            seen += 1
    assert seen >= 6


def test_what_speaks_for_ketamine_is_shown_only_with_its_risks(book: Book, pack: Pack) -> None:
    flags = {flags.id: flags for flags in pack.manifest.sections}
    assert flags[RISKS].role is Role.RISK
    assert {section for section in flags if RISKS in flags[section].only_with} == BEFORE_RISKS
    for section, _, said in points(book):
        if KETAMINE.search(said) and BENEFIT.search(said):
            assert section.id in BEFORE_RISKS | {RISKS}, said


def test_the_study_on_suicidal_thoughts_is_not_on_the_wall(book: Book) -> None:
    in_body = 0
    for language in LANGUAGES:
        for section in book[language]:
            assert not UNFIT_FOR_THE_WALL.search(f"{section.title} {plain(section.key_message)}")
            body = [text for block in section.blocks for text in parts(block)]
            in_body += sum("grunebaum-2018" in cited(text) for text in body)
            in_body += sum("dissociation" in terms(text) for text in body)
    assert in_body == 4
    for section, point, said in points(book):
        assert "grunebaum-2018" not in (*cited(point.text), *cited(point.more)), section.id
        assert not UNFIT_FOR_THE_WALL.search(said), said


def test_hope_comes_before_ketamine(book: Book) -> None:
    for language, hope in (("en", "PTSD can get better"), ("es", "El TEPT puede mejorar")):
        section = next(section for section in book[language] if section.id == "understanding-ptsd")
        assert plain(section.wall[0].text).startswith(hope)
        assert plain(parts(section.blocks[0])[0]) == hope
        assert not any(KETAMINE.search(plain(text)) for text in all_texts(section))


@pytest.mark.parametrize("language", LANGUAGES)
def test_hopeful_studies_stand_beside_cautious_ones(book: Book, language: str) -> None:
    told = {
        section.id: {source for block in section.blocks for text in parts(block) for source in cited(text)}
        for section in book[language]
    }
    assert told[RISKS] >= {"feder-2014", "feder-2021", "almeida-2024", "abdallah-2022", "borgogna-2024"}
    assert told["where-it-stands-today"] >= {"feder-2021", "almeida-2024", "nct05737693", "abdallah-2022"}


@pytest.mark.parametrize(
    "language,wanted",
    [
        (
            "en",
            ("not medical advice", "start, stop or change", "not approved", "no ads", "on paper", "any page"),
        ),
        (
            "es",
            ("No es un consejo médico", "dejar o cambiar", "no ha aprobado", "anuncios", "papel", "página"),
        ),
    ],
)
def test_the_last_page_says_what_this_screen_is_not(
    book: Book, language: str, wanted: tuple[str, ...]
) -> None:
    about = [plain(text) for text in parts(book[language][-1].blocks[-1])]
    for words_wanted in wanted:
        assert any(words_wanted in said for said in about), words_wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_made_to_stop(book: Book, language: str) -> None:
    callouts = [
        (section.id, plain(paragraph))
        for section in book[language]
        for block in section.blocks
        if isinstance(block, Callout)
        for paragraph in block.paragraphs
    ]
    against = [text for _, text in callouts if re.search("ben[zc]odia[zc]epin", text)]
    assert len(against) == 1
    assert against[0].endswith(DO_NOT_STOP_ALONE[language])
    told = [section for section, text in callouts if text == ALREADY_TREATED[language]]
    assert told == ["start-here", "what-ketamine-is", RISKS, "where-it-stands-today"]
    opening = book[language][0]
    assert ALREADY_TREATED[language] in [plain(point.text) for point in opening.wall]


def test_no_link_leads_to_who_sells_the_treatment(pack: Pack) -> None:
    files = [ROOT / "pack.toml", *sorted(ROOT.glob("*/*.md"))]
    assert len(files) == 15
    no_address = re.compile(r'doi = "[^"]*"|^\[.*\]$', re.MULTILINE)
    texts = {file: no_address.sub("", file.read_text(encoding="utf-8")) for file in files}
    found = {address.removeprefix("www.") for text in texts.values() for address in ADDRESS.findall(text)}
    assert found == HOSTS
    assert not any("://" in text for file, text in texts.items() if file.suffix == ".md")
    assert not any(
        re.search(r"austin|ketamine clinic|book now", text, re.IGNORECASE) for text in texts.values()
    )
    assert pack.manifest.contains_advertising is False


# Plain words


@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_are_short_and_easy(book: Book, language: str) -> None:
    count = counter(language)
    for section in book[language]:
        measured = section_grade(section, count)
        assert measured
        assert measured.value <= 8.0 if language == "en" else measured.value >= 65, section.id
        assert len(words(section.title)) <= 8
        assert len(words(plain(section.key_message))) <= 20
        for point in section.wall:
            assert len(words(f"{plain(point.text)} {plain(point.more)}")) <= 40
        wall = [plain(text) for point in section.wall for text in (point.text, point.more)]
        said = [sentence for text in (*section_texts(section), *wall) for sentence in sentences(text)]
        assert len(said) > 10
        assert max(len(words(sentence)) for sentence in said) <= 20
    whole = pack_grade(book[language], language, count)
    assert whole
    assert whole.words > 1500
    assert whole.value <= 6.9 if language == "en" else whole.value >= 65


def test_what_the_glossary_tells_is_easy(pack: Pack) -> None:
    for language, limit in (("en", 8.0), ("es", 65.0)):
        measured = grade([term.meaning[language] for term in pack.manifest.glossary.values()], language)
        assert measured
        assert measured.easier_than(limit), measured

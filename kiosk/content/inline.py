# SPDX-License-Identifier: Apache-2.0
"""The words of one paragraph: Markdown's inline tokens become spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.content.blocks import Span, Text
from kiosk.content.emphasis import UnspacedInline
from kiosk.content.pictures import is_address
from kiosk.content.report import Report
from kiosk.content.textcheck import clean

_CITATION = re.compile(r"\[@[^\[\]]{0,400}\]")
_CITED = re.compile(r"@([A-Za-z0-9][A-Za-z0-9_.:-]*)")
_TERM = "term:"


class Known(Struct, frozen=True):
    """The ids that a text may refer to."""

    sources: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()


class Image(Struct, frozen=True):
    """A picture met within a text, not yet looked at."""

    path: str
    alt: str
    caption: str
    line: int


class _Markdown(MarkdownIt):
    """CommonMark with tables that hands every address over as it was written."""

    def __init__(self) -> None:
        """Begin with what reads words, in languages without spaces between them too."""
        super().__init__("commonmark")
        self.inline = UnspacedInline()
        self.configure("commonmark")

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's own name
        """Let every address through: what is refused gets a finding instead of turning into text."""
        return url is not None

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's own name
        """Return the address as it was written."""
        return url


def _citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser calls it so
    match = _CITATION.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("citation", "", 0).content = match[0]
    state.pos = match.end()
    return True


def new_parser() -> MarkdownIt:
    """Return a parser for what packs may hold; definitions of references stay text."""
    parser = _Markdown().enable("table").disable("reference")
    parser.inline.ruler.before("link", "citation", _citation)
    return parser


class Lines(Struct, frozen=True):
    """The lines of a text, by which a fault finds its line and column."""

    text: tuple[str, ...]
    first: int

    def locate(self, span: Sequence[int], needle: str) -> tuple[int, int]:
        """Return line and column of the first place where a text stands within some lines."""
        for number in range(span[0], min(span[1], len(self.text))):
            column = self.text[number].find(needle)
            if column >= 0:
                return self.first + number, column + 1
        return self.first + span[0], 0


class _Style(Struct):
    strong: int = 0
    emphasis: int = 0
    term: str = ""


class _Writer(Struct):
    """Collects spans; equal neighbours become one."""

    spans: list[Span] = field(default_factory=list)
    gap: bool = False

    def write(self, text: str, style: _Style, *, code: bool = False) -> None:
        if self.gap and text[:1].isalnum():
            text = " " + text
        self.gap = False
        span = Span(text, style.strong > 0, style.emphasis > 0, code, style.term)
        last = self.spans[-1] if self.spans else None
        if last and replace(last, text=text) == span:
            self.spans[-1] = replace(last, text=last.text + text)
        elif text:
            self.spans.append(span)

    def cite(self, sources: tuple[str, ...]) -> None:
        while self.spans and not self.spans[-1].sources:
            bare = self.spans[-1].text.rstrip()
            self.gap = self.gap or bare != self.spans[-1].text
            self.spans[-1] = replace(self.spans[-1], text=bare)
            if bare:
                break
            self.spans.pop()
        last = self.spans.pop() if self.spans else Span("")
        self.spans.append(replace(last, sources=tuple(dict.fromkeys(last.sources + sources))))


class Inline(Struct):
    """Turns inline tokens into spans; what is wrong with them goes into the report."""

    report: Report
    known: Known
    lines: Lines
    parser: MarkdownIt

    def text(self, source: str, line: int) -> Text:
        """Return the spans of a single text, such as a caption or a point for the wall."""
        spans, images = Inline(self.report, self.known, Lines((source,), line), self.parser).spans(
            self.parser.parseInline(source)[0].children or (), (0, 1)
        )
        for image in images:
            self.report.add(
                "figure-inline",
                line,
                f"The picture “{image.path[:80]}” cannot stand here.",
                "Put it on a line of its own in the body.",
            )
        return spans

    def spans(self, tokens: Iterable[Token], span: Sequence[int]) -> tuple[Text, tuple[Image, ...]]:
        """Return the spans of inline tokens that stand on some lines, and the pictures among them."""
        writer, style, images = _Writer(), _Style(), []
        for token in tokens:
            match token.type:
                case "text" | "text_special" | "code_inline":
                    line, _ = self.lines.locate(span, token.content)
                    text = clean(token.content, self.report, line).replace("\t", " ").replace("\n", " ")
                    writer.write(text, style, code=token.type == "code_inline")
                    if "](" in text and token.type == "text":
                        self._tell(
                            "link-unknown",
                            span,
                            "](",
                            "A link was not understood; its marks stand in the text.",
                            "Write [word](term:id), with the citation behind it.",
                        )
                case "softbreak":
                    writer.write(" ", style)
                case "hardbreak":
                    self._tell("hard-break", span, "\\", "A forced line break became a space.", "Remove it.")
                    writer.write(" ", style)
                case "citation":
                    writer.cite(self._cited(token.content, span))
                case "image":
                    images.append(self._image(token, span))
                case "html_inline":
                    self._tell(
                        "raw-html",
                        span,
                        token.content,
                        f"HTML is not read: “{token.content[:40]}”.",
                        "Remove it.",
                    )
                case _:
                    self._style(token, style, span)
        return tuple(writer.spans), tuple(images)

    def _style(self, token: Token, style: _Style, span: Sequence[int]) -> None:
        match token.type:
            case "strong_open" | "strong_close":
                style.strong += token.nesting
            case "em_open" | "em_close":
                style.emphasis += token.nesting
            case "link_open":
                style.term = self._term(str(token.attrs["href"]), span)
            case _:
                style.term = ""

    def _tell(self, rule: str, span: Sequence[int], needle: str, found: str, cure: str) -> None:
        line, column = self.lines.locate(span, needle)
        self.report.add(rule, line, found, cure, column)

    def _cited(self, text: str, span: Sequence[int]) -> tuple[str, ...]:
        found = []
        for part in text[1:-1].split(";"):
            match = _CITED.fullmatch(part.strip())
            if match is None:
                self._tell(
                    "citation-bad",
                    span,
                    text,
                    f"“{text[:80]}” is no citation.",
                    "Write [@one] or [@one; @two].",
                )
            elif match[1] not in self.known.sources:
                self._tell(
                    "citation-unknown",
                    span,
                    f"@{match[1]}",
                    f"There is no source “{match[1][:80]}”.",
                    "Add it under [[sources]], or mend its id.",
                )
            else:
                found.append(match[1])
        return tuple(found)

    def _term(self, target: str, span: Sequence[int]) -> str:
        term = target.removeprefix(_TERM)
        if target.startswith(_TERM) and term in self.known.terms:
            return term
        if target.startswith(_TERM):
            rule, found = "term-unknown", f"The glossary has no “{term[:80]}”."
            cure = "Add it under [glossary], or mend its id."
        elif is_address(target):
            rule, found = "link-remote", f"“{target[:80]}” leads out of the pack."
            cure = "Remove the link; a screen in a waiting room opens no address. Its words stay."
        else:
            rule, found = "link-unknown", f"“{target[:80]}” is no word of the glossary."
            cure = "Only links as in [word](term:id) are followed. Its words stay."
        self._tell(rule, span, target, found, cure)
        return ""

    def _image(self, token: Token, span: Sequence[int]) -> Image:
        path = str(token.attrs["src"])
        line, _ = self.lines.locate(span, path)
        words = (" " if child.type == "softbreak" else child.content for child in token.children or ())
        alt = "".join(words)
        return Image(path, clean(alt, self.report, line).strip(), str(token.attrs.get("title", "")), line)

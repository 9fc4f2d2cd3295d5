# SPDX-License-Identifier: Apache-2.0
"""Markdown becomes blocks, and no word is lost on the way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import (
    Block,
    Callout,
    Figure,
    Heading,
    IconArray,
    Item,
    List,
    Paragraph,
    Span,
    Table,
    Tone,
    plain,
)
from kiosk.content.figures import Figures
from kiosk.content.inline import Inline, Known, Lines, new_parser
from kiosk.content.markdown import Body
from kiosk.content.pictures import Gallery
from kiosk.content.report import Report

KNOWN = Known(frozenset({"one", "two"}), frozenset({"word"}))


def parse(source: str, root: Path = Path("/nowhere")) -> tuple[tuple[Block, ...], list[tuple[str, int, int]]]:
    """Return the blocks of a body that starts on line 1, and what was found."""
    report = Report("f")
    inline = Inline(report, KNOWN, Lines(tuple(source.split("\n")), 1), new_parser())
    blocks = Body(inline, Figures(inline, Gallery(root, report))).blocks(source)
    return blocks, [(item.rule, item.place.line, item.place.column) for item in report.findings]


def sound(source: str, root: Path = Path("/nowhere")) -> tuple[Block, ...]:
    blocks, findings = parse(source, root)
    assert findings == []
    return blocks


def text(source: str) -> tuple[Span, ...]:
    (block,) = sound(source)
    assert isinstance(block, Paragraph)
    return block.text


@pytest.mark.parametrize(
    "source, spans",
    [
        ("plain", (Span("plain"),)),
        ("two\nlines", (Span("two lines"),)),
        (
            "a **b** *c* `d`",
            (
                Span("a "),
                Span("b", strong=True),
                Span(" "),
                Span("c", emphasis=True),
                Span(" "),
                Span("d", code=True),
            ),
        ),
        ("***both***", (Span("both", strong=True, emphasis=True),)),
        ("a [w](term:word) b", (Span("a "), Span("w", term="word"), Span(" b"))),
        ("[**w** x](term:word)", (Span("w", strong=True, term="word"), Span(" x", term="word"))),
        ("Said. [@one]", (Span("Said.", sources=("one",)),)),
        ("Said[@one].", (Span("Said", sources=("one",)), Span("."))),
        ("Said [@one; @two] so.", (Span("Said", sources=("one", "two")), Span(" so."))),
        ("Said [@one] [@two]", (Span("Said", sources=("one", "two")),)),
        ("Said [@one][@one]", (Span("Said", sources=("one",)),)),
        ("Said [@one]so", (Span("Said", sources=("one",)), Span(" so"))),
        ("**Said.** [@one]", (Span("Said.", strong=True, sources=("one",)),)),
        ("[@one]", (Span("", sources=("one",)),)),
        ("[@one] so", (Span("", sources=("one",)), Span(" so"))),
        (r"\[@one] \*a\*", (Span("[@one] *a*"),)),
        ("`[@one]`", (Span("[@one]", code=True),)),
        ("5 &lt; 6 &amp; 7", (Span("5 < 6 & 7"),)),
        ("[no]: https://x.example", (Span("[no]: https://x.example"),)),
        ("see https://x.example", (Span("see https://x.example"),)),
        ("[x] [y]", (Span("[x] [y]"),)),
    ],
)
def test_words_become_spans(source: str, spans: tuple[Span, ...]) -> None:
    assert text(source) == spans


@pytest.mark.parametrize(
    "source, findings, words",
    [
        ("ok\na <b>c</b>", [("raw-html", 2, 3), ("raw-html", 2, 7)], "ok a c"),
        ("a [@none] b", [("citation-unknown", 1, 4)], "a b"),
        ("a [@one, p. 3]", [("citation-bad", 1, 3)], "a"),
        ("a [@one; @none]", [("citation-unknown", 1, 10)], "a"),
        ("a [b](term:none)", [("term-unknown", 1, 7)], "a b"),
        ("a [b](https://x.example)", [("link-remote", 1, 7)], "a b"),
        ("a [b](mailto:x@y)", [("link-remote", 1, 7)], "a b"),
        ("a <https://x.example>", [("link-remote", 1, 4)], "a https://x.example"),
        ("a [b](javascript:alert)", [("link-remote", 1, 7)], "a b"),
        ("a [b](other.md)", [("link-unknown", 1, 7)], "a b"),
        ("[a [@one] b](term:word)", [("link-unknown", 1, 12)], "[a b](term:word)"),
        ("a [b]()", [("link-unknown", 1, 1)], "a b"),
        ("a\\\nb", [("hard-break", 1, 2)], "a b"),
        ("a  \nb", [("hard-break", 1, 0)], "a b"),
        ("a &#x202e;b", [("control-character", 1, 0)], "a b"),
        (f"a {'x' * 70}", [("word-too-long", 1, 0)], f"a {'x' * 70}"),
        ("> quoted", [("block-unsupported", 1, 0)], "quoted"),
        ("```\na  *b*\nc\n```", [("block-unsupported", 1, 0)], "a *b* c"),
        ("    code", [("block-unsupported", 1, 0)], "code"),
    ],
)
def test_faults_keep_the_words(source: str, findings: list[tuple[str, int, int]], words: str) -> None:
    blocks, found = parse(source)
    assert found == findings
    assert " ".join(plain(block.text) for block in blocks if isinstance(block, Paragraph)) == words


def test_headings() -> None:
    assert sound("## Two\n\n### Three\n\nTwo again\n---") == (
        Heading(2, (Span("Two"),)),
        Heading(3, (Span("Three"),)),
        Heading(2, (Span("Two again"),)),
    )
    assert sound("##") == ()
    blocks, findings = parse("# One\n\n#### Four")
    assert findings == [("heading-level", 1, 0), ("heading-level", 3, 0)]
    assert [block.level for block in blocks if isinstance(block, Heading)] == [2, 3]


def test_lists_are_flattened() -> None:
    source = "- a\n  - b\n\n    3. c\n    4. d\n- e\n\n  f\n-\n"
    assert sound(source) == (
        List(
            (
                Item(0, "•", (Span("a"),)),
                Item(1, "•", (Span("b"),)),
                Item(2, "3.", (Span("c"),)),
                Item(2, "4.", (Span("d"),)),
                Item(0, "•", (Span("e"),)),
                Item(0, "", (Span("f"),)),
            )
        ),
    )
    assert sound("-") == ()


def test_a_list_nested_too_deep_is_told() -> None:
    blocks, findings = parse("- a\n  - b\n    - c\n      - d")
    assert findings == [("list-too-deep", 4, 0)]
    assert isinstance(blocks[0], List)
    assert [item.depth for item in blocks[0].items] == [0, 1, 2, 2]


@pytest.mark.parametrize("inner", ["> q", "## h", "```\nc\n```", "|a|\n|-|\n|b|"])
@pytest.mark.parametrize("outer", ["- ", "> [!NOTE]\n> a\n>\n> "])
def test_only_words_stand_in_lists_and_callouts(inner: str, outer: str) -> None:
    indent = "> " if outer.startswith(">") else "  "
    _, findings = parse(outer + inner.replace("\n", f"\n{indent}"))
    assert "block-nested" in {rule for rule, _, _ in findings}


@pytest.mark.parametrize("tone", list(Tone))
def test_callouts(tone: Tone) -> None:
    expected = Callout(tone, ((Span("One"),), (Span("• "), Span("two")), (Span("three"),)))
    assert sound(f"> [!{tone.upper()}]\n> One\n>\n> - two\n>\n>   three") == (expected,)
    assert sound(f"> [!{tone}] One") == (Callout(tone, ((Span("One"),),)),)


def test_odd_callouts() -> None:
    assert sound("> [!NOTE]") == ()
    assert sound("> [!NOTE]**a**") == (Callout(Tone.NOTE, ((Span("a", strong=True),),)),)
    blocks, findings = parse("> [!DANGER]\n> a")
    assert findings == [("callout-unknown", 1, 0)]
    assert blocks == (Callout(Tone.NOTE, ((Span("a"),),)),)
    for source in (">", "> - a", "> **a**"):
        assert [rule for rule, _, _ in parse(source)[1]] == ["block-unsupported"]


def test_tables() -> None:
    assert sound("| a | **b** |\n|---|--:|\n| c | d [@one] |\n| e |") == (
        Table(
            ((Span("a"),), (Span("b", strong=True),)),
            (((Span("c"),), (Span("d", sources=("one",)),)), ((Span("e"),), ())),
        ),
    )
    assert sound("| a |\n|---|") == (Table(((Span("a"),),), ()),)


@pytest.mark.parametrize("rows, columns, good", [(12, 6, True), (13, 6, False), (12, 7, False)])
def test_the_limits_of_a_table(rows: int, columns: int, good: bool) -> None:
    line = "|" + "a|" * columns + "\n"
    _, findings = parse(line + "|" + "-|" * columns + "\n" + line * rows)
    assert ("table-too-large" not in {rule for rule, _, _ in findings}) is good


def test_the_limit_of_blocks() -> None:
    assert len(sound("a\n\n" * 200)) == 200
    blocks, findings = parse("a\n\n" * 201)
    assert len(blocks) == 200
    assert findings == [("blocks-too-many", 1, 0)]


def test_pictures(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<svg/>")
    figure = Figure("a.svg", "The picture *here*".replace("*", ""), (Span("Under it", sources=("one",)),))
    assert sound('![The picture\n*here*](a.svg "Under it [@one]")', tmp_path) == (figure,)
    assert sound("![a](a.svg)\n![b](a.svg)", tmp_path) == (Figure("a.svg", "a"), Figure("a.svg", "b"))
    blocks, findings = parse("words ![a](a.svg) more", tmp_path)
    assert blocks == (Paragraph((Span("words  more"),)), Figure("a.svg", "a"))
    assert findings == [("figure-inline", 1, 0)]
    blocks, findings = parse("- ![a](a.svg)", tmp_path)
    assert blocks == (Figure("a.svg", "a"),)
    assert findings == [("figure-inline", 1, 0)]
    blocks, findings = parse("x\n\n![](a.svg)", tmp_path)
    assert blocks[1] == Figure("a.svg", "")
    assert findings == [("alt-missing", 3, 0)]


ARRAY = 'id = "a"\ncount = 1\nof = 2\ncaption = "C [@one]"\n'


def test_icon_arrays() -> None:
    assert sound(f"```icon-array\n{ARRAY}```") == (IconArray("a", 1, 2, (Span("C", sources=("one",)),)),)


@pytest.mark.parametrize(
    "old, new, finding",
    [
        ("count = 1", "count = 3", ("icon-array-bad", 3, 0)),
        ("count = 1", "count = -1", ("value-wrong", 3, 0)),
        ("count = 1", "count = 1.5", ("type-wrong", 3, 0)),
        ("of = 2", "of = 101", ("value-wrong", 4, 0)),
        ("of = 2", "of = 0", ("value-wrong", 4, 0)),
        ('caption = "C [@one]"', "", ("field-missing", 2, 0)),
        ('id = "a"', 'id = "A b"', ("id-bad", 2, 0)),
        ("of = 2", "of = 2\ncolour = 1", ("field-unknown", 5, 0)),
        ("[@one]", "[@none]", ("citation-unknown", 5, 4)),
        ("of = 2", "of =", ("toml-syntax", 4, 5)),
    ],
)
def test_faults_of_icon_arrays(old: str, new: str, finding: tuple[str, int, int]) -> None:
    _, findings = parse(f"```icon-array\n{ARRAY.replace(old, new)}```")
    assert [(rule, line) for rule, line, _ in findings] == [finding[:2]]


def test_an_icon_array_id_is_used_once() -> None:
    blocks, findings = parse(f"```icon-array\n{ARRAY}```\n\n```icon-array\n{ARRAY}```")
    assert len(blocks) == 1
    assert findings == [("id-duplicate", 9, 0)]


def test_html_blocks_and_lines_across_are_left_out() -> None:
    assert parse("a\n\n<div>b</div>\n\n***") == (
        (Paragraph((Span("a"),)),),
        [("raw-html", 3, 0), ("block-unsupported", 5, 0)],
    )


WORD = st.text(alphabet="abcdeéñ水ب0123,.'?!()", min_size=1, max_size=8).filter(
    lambda word: re.search(r"\w", word) and not re.match(r"\d+[.)]", word)
)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, str]:
    """Return Markdown and the words that it shows."""
    source, shown = [], []
    for word in draw(st.lists(WORD, min_size=1, max_size=12)):
        style = draw(
            st.sampled_from(["{}", "**b{}b**", "*b{}b*", "[{}](term:word)", "{} [@one]", "`{}`", "\\*{}"])
        )
        source.append(style.format(word))
        cleaned = re.sub(r"\]\(term:word\)| \[@one\]|(?<!\\)\*|^\[|`|\\", "", style)
        shown.append(cleaned.format(word))
    return draw(st.sampled_from([" ", "\n"])).join(source), " ".join(shown)


@settings(deadline=None)
@given(marked())
def test_every_character_of_a_paragraph_is_kept(pair: tuple[str, str]) -> None:
    source, shown = pair
    assert plain(text(source)) == shown

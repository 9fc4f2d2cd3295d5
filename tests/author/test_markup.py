# SPDX-License-Identifier: Apache-2.0
"""Blocks become HTML that says the same and holds nothing that a pack could smuggle in."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.author.markup import Markup
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
)
from kiosk.content.phrases import read_phrases

I18N = Path(__file__).resolve().parents[2] / "resources" / "i18n"
MARKUP = Markup(read_phrases(I18N, "en"), {"b": 2, "a": 1}, lambda path: f"p/{path}")


def words(text: str) -> tuple[Span, ...]:
    return (Span(text),)


@pytest.mark.parametrize(
    "block, made",
    [
        (Paragraph(words('<b> & "q"')), "<p>&lt;b&gt; &amp; &quot;q&quot;</p>"),
        (Paragraph((Span("x", strong=True, emphasis=True),)), "<p><strong><em>x</em></strong></p>"),
        (Paragraph((Span("x", term="t"),)), '<p><a class="term" href="#term-t">x</a></p>'),
        (Callout(Tone.TIP, (words("x"),)), '<div class="callout tip"><p>x</p></div>'),
        (
            Figure("a.svg", 'a "cup"', words("c")),
            '<figure><img src="p/a.svg" alt="a &quot;cup&quot;"><figcaption>c</figcaption></figure>',
        ),
        (
            Table((words("h"),), ((words("c"),),)),
            '<table><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>',
        ),
        (
            List((Item(0, "3.", words("x")), Item(0, "", words("y")), Item(1, "•", words("z")))),
            '<ol><li value="3">x<p>y</p><ul><li>z</li></ul></li></ol>',
        ),
    ],
)
def test_a_block(block: Block, made: str) -> None:
    assert MARKUP.blocks((block,)) == made


def test_sources_are_links_in_the_order_of_their_numbers() -> None:
    made = MARKUP.text((Span("x", sources=("b", "a", "gone")),))
    assert made == (
        'x<sup><a href="#source-1" aria-label="Sources 1">1</a>, '
        '<a href="#source-2" aria-label="Sources 2">2</a></sup>'
    )


def test_no_heading_skips_a_level() -> None:
    made = MARKUP.blocks((Heading(3, words("a")), Heading(3, words("b")), Heading(2, words("c"))))
    assert made.split("\n") == ["<h2>a</h2>", "<h3>b</h3>", "<h2>c</h2>"]


def test_people_counted_are_filled_and_told() -> None:
    made = MARKUP.blocks((IconArray("i", 6, 25, words("c")),))
    assert made.count('class="counted"') == 6
    assert made.count('class="other"') == 19
    assert 'aria-label="6 of 25"' in made
    assert 'viewBox="0 0 100 45"' in made

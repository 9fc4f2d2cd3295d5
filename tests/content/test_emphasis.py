# SPDX-License-Identifier: Apache-2.0
"""Tests of strong and emphasised words without spaces around them."""

from __future__ import annotations

import pytest

from kiosk.content.inline import new_parser


@pytest.mark.parametrize(
    "source, html",
    [
        ("**早上。**吃饭以前", "<strong>早上。</strong>吃饭以前"),
        ("吃饭**「中午」**以前", "吃饭<strong>「中午」</strong>以前"),
        ("水*很好*。", "水<em>很好</em>。"),
        ("吃 ** 饭", "吃 ** 饭"),
        ("水**", "水**"),
        ("**早上。** [x](term:x)", '<strong>早上。</strong> <a href="term:x">x</a>'),
        ("**Morning:**eat", "**Morning:**eat"),
        ("**Morning:** eat", "<strong>Morning:</strong> eat"),
        ("水_很好_水", "水_很好_水"),
    ],
)
def test_asterisks_beside_chinese_need_no_spaces(source: str, html: str) -> None:
    assert new_parser().renderInline(source) == html

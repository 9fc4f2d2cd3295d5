# SPDX-License-Identifier: Apache-2.0
"""Around the words of a page stand its language, its title and the same page in other languages."""

from __future__ import annotations

from kiosk.author.frame import Alternate, Sheet, sheet

HERE = Alternate("en", "ltr", "English", "../en/index.html", here=True)
THERE = Alternate("ar", "rtl", "العربية", "../ar/index.html", here=False)


def test_a_title_is_escaped() -> None:
    assert "<title>a &lt;b&gt; &amp; c</title>" in sheet(Sheet("en", "ltr", "a <b> & c", "", "", (), "", ""))


def test_other_languages_are_named_in_themselves_and_this_one_is_marked() -> None:
    made = sheet(Sheet("en", "ltr", "t", "../", "", (HERE, THERE), "", ""))
    assert '<a href="../ar/index.html" hreflang="ar" lang="ar" dir="rtl">العربية</a>' in made
    assert 'dir="ltr" aria-current="page">English</a>' in made
    assert made.count('<link rel="alternate"') == 2


def test_where_there_is_nowhere_to_go_there_is_no_navigation() -> None:
    assert "<nav>" not in sheet(Sheet("en", "ltr", "t", "", "", (), "", ""))

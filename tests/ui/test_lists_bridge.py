# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from kiosk.show.model import Scene, View
from kiosk.ui.cards import cards_per_page
from kiosk.ui.lists import FIRST_ROLE
from kiosk.ui.lists_bridge import Lists
from tests.ui.studio import SIZES, Studio


def test_languages_and_hours_are_those_of_the_snapshot(studio: Studio) -> None:
    lists = Lists()
    lists.take(studio.state("closed"))

    assert [lists._languages.data(lists._languages.index(row), FIRST_ROLE) for row in range(3)] == [
        "en",
        "es",
        "ar",
    ]
    assert lists._days.data(lists._days.index(0), FIRST_ROLE + 1) == "8:00 to 17:00"
    assert lists._cards.rowCount() == 0


def test_cards_are_those_of_the_page_of_topics(studio: Studio) -> None:
    studio.size = SIZES[3]
    lists = Lists()
    first = studio.snapshot(Scene(View.TOPICS, topics_page=0, topics_pages=2))
    size = cards_per_page(first.frame)
    assert 1 < size < first.cards_in_all

    lists.take(first)
    assert lists._cards.rowCount() == size
    assert lists._cards.data(lists._cards.index(0), FIRST_ROLE) == "section-0"

    lists.take(studio.snapshot(Scene(View.TOPICS, topics_page=1, topics_pages=2)))
    assert lists._cards.data(lists._cards.index(0), FIRST_ROLE) == f"section-{size}"

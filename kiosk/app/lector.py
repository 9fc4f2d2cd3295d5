# SPDX-License-Identifier: Apache-2.0
"""The lector: what is read aloud of the page that is shown, found once a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.layout.model import Measure, Page

if TYPE_CHECKING:
    from kiosk.layout.aloud import Utterance


class Lector:
    """Gives the sentences of a page with their places; the last page is remembered."""

    def __init__(self, measure: Callable[[str], Measure]) -> None:
        """Take what gives a language's measure; nothing is measured before somebody listens."""
        self._measure = measure
        self._page: Page | None = None
        self._read: tuple[Utterance, ...] = ()

    def read(self, page: Page) -> tuple[Utterance, ...]:
        """Return what is read aloud of a page."""
        if page is not self._page:
            from kiosk.layout.aloud import utterances  # noqa: PLC0415 # the first picture needs none of it

            self._read = utterances(page, self._measure(page.language))
            self._page = page
        return self._read

# SPDX-License-Identifier: Apache-2.0
"""What was used last, up to a number of things: the longest unused go first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class LastUsed(Generic[K, V]):
    """Things by their keys; looking one up waits for nobody, changes are made by one thread at a time."""

    def __init__(self, most: int | None) -> None:
        """Take how many things are kept; None keeps all."""
        self._most = most
        self._things: dict[K, V] = {}
        self._used: dict[K, int] = {}
        self._now = count()

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a thing."""
        return key in self._things

    def __iter__(self) -> Iterator[K]:
        """Yield the keys of all things."""
        return iter(tuple(self._things))

    def get(self, key: K) -> V | None:
        """Return a thing, which counts as used, or None where it is not there."""
        thing = self._things.get(key)
        if thing is not None and self._most is not None:
            self._used[key] = next(self._now)
        return thing

    def put(self, key: K, thing: V) -> None:
        """Keep a thing as the last used."""
        self._things[key] = thing
        if self._most is None:
            return
        self._used[key] = next(self._now)
        while len(self._things) > self._most:
            self._forget(min(self._things, key=lambda each: self._used.get(each, -1)))

    def drop(self, unwanted: Callable[[K], bool]) -> None:
        """Forget the things of some keys."""
        for key in [key for key in self._things if unwanted(key)]:
            self._forget(key)

    def clear(self) -> None:
        """Forget everything."""
        self._things.clear()
        self._used.clear()

    def _forget(self, key: K) -> None:
        del self._things[key]
        self._used.pop(key, None)

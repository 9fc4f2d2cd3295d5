# SPDX-License-Identifier: Apache-2.0
"""How the panel for a copy stands: the size of its code, and of the words beside or under it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from msgspec import Struct

from kiosk.layout.code import EDGES, LARGEST_MM, LEAST_MODULE_MM, REACH, module_px, modules_of
from kiosk.layout.frame import Frame
from kiosk.ui.fitting import height, largest, least_px
from kiosk.ui.panels import entries_space, panel_pad
from kiosk.ui.snapshot import Copy

STACKED_EM = 22.0
"""A panel that is narrower than so many sizes of its labels has the words under the code."""

CODE_SHARE = 0.55
"""How much of the panel's width a code beside words may take."""

LEAD, BETWEEN_EM, GUTTER_EM, HOST_GAP_EM = 1.25, 0.7, 1.6, 0.3
"""The first sentence's size as a multiple of the others'; gaps between them, to the code, and to its host."""


class CopyPlace(Struct, frozen=True):
    """The code's pixels a module (0: no room), the side of its card, the size of words and their width."""

    px: int
    side: int
    stacked: bool
    words_px: float
    words_width: float


def copy_place(frame: Frame, copy: Copy, said: tuple[str, ...]) -> CopyPlace:
    """Return where things stand; `said` are the sentences, the first of them larger.

    Beside the words the code may reach down past the button that closes, but not into the bar.
    """
    inner, space = entries_space(frame)
    stacked, gutter = inner < STACKED_EM * frame.label_px, GUTTER_EM * frame.label_px
    width = inner if stacked else (1 - CODE_SHARE) * inner - gutter
    least, modules = least_px(frame), modules_of(copy.words)
    room = space - (words_height(said, least, width) + gutter if stacked else 0.0)
    room += 0.0 if stacked or frame.narrow else frame.button_px + panel_pad(frame)

    def fits(words: float, beside: float) -> bool:
        return words_height(said, words, beside) <= space

    px = max(0, _module_px(frame, copy, room, inner if stacked else CODE_SHARE * inner))
    if not stacked:
        px = _for_words(frame, copy, px, lambda words, code: fits(words, inner - code * modules - gutter))
    side = px * modules
    tall = side + _under(frame, copy, side) if px else 0.0
    width = inner if stacked else inner - side - gutter
    left = space - tall - gutter if stacked else space
    most = max(frame.label_px, min(1.25 * frame.label_px, frame.body_px))
    size = largest(most, least, lambda words: words_height(said, words, width) <= left)
    return CopyPlace(px, side, stacked, size, width)


def _module_px(frame: Frame, copy: Copy, tall: float, wide: float) -> int:
    """Return how many pixels a module takes so that the code fits with the host under it."""
    modules = modules_of(copy.words)
    side, under = min(tall, wide), 0.0
    while True:
        px = module_px(
            modules, min(tall - under, side), copy.mm_per_px, frame.distance_mm / REACH, LARGEST_MM
        )
        needed = _under(frame, copy, px * modules) if px > 0 else 0.0
        if needed <= under:
            return px
        under = needed


def _for_words(frame: Frame, copy: Copy, px: int, fits: Callable[[float, int], bool]) -> int:
    """Return fewer pixels a module where the words beside are else smaller than labels.

    For that a code gets no smaller than arm's length asks, only for the least size of words.
    """
    inner = modules_of(copy.words) - EDGES
    needed = ceil(max(frame.distance_mm / REACH / inner, LEAST_MODULE_MM) / copy.mm_per_px)
    while px > needed and not fits(frame.label_px, px):
        px -= 1
    while px > 1 and not fits(least_px(frame), px):
        px -= 1
    return px


def _under(frame: Frame, copy: Copy, width: float) -> float:
    """Return the height of the host's name under a code of a width; a long name breaks where it must."""
    if not copy.host:
        return 0.0
    return HOST_GAP_EM * frame.label_px + height(copy.host, frame.label_px, width, bold=True, anywhere=True)


def words_height(said: tuple[str, ...], px: float, width: float) -> float:
    """Return how tall the sentences are with the gaps between them."""
    sizes = (LEAD * px, *(px for _ in said[1:]))
    texts = zip(said, sizes, strict=True)
    tall = sum(height(text, size, width, bold=size > px) for text, size in texts)
    return tall + BETWEEN_EM * px * (len(said) - 1)

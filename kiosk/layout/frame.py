# SPDX-License-Identifier: Apache-2.0
"""The frame of a page: where title, columns, foot and control bar stand, and how large the text is.

Numbers: capitals of 4.8 mm (Section 508, 402.4) and 22 arc minutes with nothing below 16 (ISO 9241-303,
NUREG-0700), so 42 at twice the size (EN 301 549, 5.1.4), targets of 25 mm, 20 mm on glass that holds no
more (Colle and Hiszem 2004).
"""

from __future__ import annotations

from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from kiosk.layout.model import Layout, Rect, Screen

ARCMIN = 1 / 3437.75
BODY_ARCMIN = 22.0
LEAST_ARCMIN = 16.0
LARGE_ARCMIN = 42.0
READING_CAP_MM = 4.8
NARROW_CAP_MM = 3.9
NARROW_MM = 200.0
LOW_MM, ROW_MM = 182.0, 545.0
TALL_MM = 480.0
TARGET_MM, NARROW_TARGET_MM = 25.0, 20.0
GAP_MM, NARROW_GAP_MM = 5.0, 3.0
CHARACTER_EM = 0.49
LINE_CHARACTERS = 60
WALL_CHARACTERS, WALL_LINES = 25, 5
FARTHEST_MM, NEAREST_MM, STEP_MM = 3000.0, 600.0, 50.0
FURNITURE_SHARE = 0.30
SMALL_SHARE, SMALL_STEPS = 0.15, 20
BAR_SHARE = 0.40
TEXT_SHARE = 0.60
GUTTER_SHARE = 0.05
MARGIN_SHARE = 0.055
LEAST_CHARACTERS = 28
LABEL_SCALE = 1.25
BUTTONS, BUTTON_CHARACTERS, CRISIS_CHARACTERS = 8, 9, 17
WALL_BAR_EM = 31.0
FOOT_CHARACTERS = 86
PRIVATE_SHARE = 0.6


class Frame(Struct, frozen=True):
    """The geometry of one layout on one screen, in pixels; `page` ends where `bar` begins.

    `column` and `side` are the room for blocks, between `title_px` at the top and `foot_px` at the bottom.
    No word of a block is smaller than `least_px`; text of `large_px` has capitals of 42 arc minutes. `tall`
    glass may be lowered; `narrow` glass keeps Topics and Finished in the sheet.
    """

    layout: Layout
    text_scale: float
    page: Rect
    bar: Rect
    bar_rows: int
    button_px: float
    target_px: float
    gap_px: float
    label_px: float
    margin_px: float
    title_px: float
    foot_px: float
    foot_lines: int
    body_px: float
    small_px: float
    least_px: float
    large_px: float
    column: Rect
    side: Rect | None
    distance_mm: float
    narrow: bool
    tall: bool


class _Text(Struct, frozen=True):
    """The sizes of a frame's text."""

    body_px: float
    small_px: float
    least_px: float
    large_px: float
    label_px: float


class _Sizes(Struct, frozen=True):
    """What of a frame follows from the sizes of its text alone."""

    text: _Text
    title_px: float
    foot_px: float
    foot_lines: int
    button_px: float
    bar_px: float
    bar_rows: int


def frame(screen: Screen, layout: Layout, text_scale: float, cap_ratio: float) -> Frame:
    """Return the frame of a layout; `cap_ratio` is the height of the font's capitals in em."""
    glass = _glass(screen)
    if layout is Layout.WALL:
        distance = screen.wall_distance_mm or _farthest(screen, glass, cap_ratio)
        sizes = _wall_sizes(screen, glass, distance, cap_ratio)
        return _built(screen, glass, sizes, layout=layout, text_scale=1.0, distance_mm=distance)
    if screen.lowered and _tall(screen):
        glass = _lower_half(glass)
    sizes = _reading_sizes(screen, glass, text_scale, cap_ratio)
    distance = screen.reading_distance_mm
    return _built(screen, glass, sizes, layout=layout, text_scale=text_scale, distance_mm=distance)


def _glass(screen: Screen) -> Rect:
    """Return the part of the screen that no television cuts off."""
    x, y = round(screen.width_px * screen.safe_area), round(screen.height_px * screen.safe_area)
    return Rect(x, y, screen.width_px - 2 * x, screen.height_px - 2 * y)


def _lower_half(glass: Rect) -> Rect:
    top = ceil(glass.y + glass.height / 2)
    return Rect(glass.x, top, glass.width, glass.bottom - top)


def _tall(screen: Screen) -> bool:
    """Tell whether the screen's upper half may be out of reach while its lower half holds a page."""
    return screen.portrait and screen.height_px * screen.mm_per_px >= TALL_MM


def _narrow(screen: Screen) -> bool:
    """Tell whether the bar must do with few buttons: a row holds no more, and two leave too little page."""
    width, height = screen.width_px * screen.mm_per_px, screen.height_px * screen.mm_per_px
    return width < NARROW_MM or (height < LOW_MM and width < ROW_MM)


def _margin(glass: Rect) -> float:
    return round(MARGIN_SHARE * min(glass.width, glass.height * 1.4))


def _text_width(screen: Screen, glass: Rect, *, beside: bool) -> float:
    """Return the width of the text column, with or without a column for pictures beside it."""
    inner = glass.width - 2.4 * _margin(glass)
    return inner * TEXT_SHARE if beside and not screen.portrait else inner


def _label(screen: Screen, cap_ratio: float) -> float:
    return screen.px(NARROW_CAP_MM if _narrow(screen) else READING_CAP_MM) / cap_ratio


def _reading_sizes(screen: Screen, glass: Rect, text_scale: float, cap_ratio: float) -> _Sizes:
    by_column = _text_width(screen, glass, beside=True) / (LINE_CHARACTERS * CHARACTER_EM)
    distance = screen.reading_distance_mm
    floor = screen.px(max(READING_CAP_MM, distance * BODY_ARCMIN * ARCMIN)) / cap_ratio
    base = max(floor, by_column)
    label = min(max(_label(screen, cap_ratio), 0.66 * base), 1.25 * _label(screen, cap_ratio) + 0.25 * base)
    label *= 1.0 if _narrow(screen) else min(text_scale, LABEL_SCALE)
    body = base * text_scale
    least = screen.px(distance * LEAST_ARCMIN * ARCMIN) / cap_ratio
    large = screen.px(distance * LARGE_ARCMIN * ARCMIN) / cap_ratio
    small = least if _narrow(screen) else max(least, 0.72 * base)
    grown = small * (1.0 if _narrow(screen) else min(text_scale, LABEL_SCALE))
    text = _Text(body, grown, floor, large, label)
    return _sized(screen, glass, _enlarged(glass, text, small * text_scale))


def _enlarged(glass: Rect, text: _Text, wanted_px: float) -> _Text:
    """Return text whose small words grow with the rest up to 42 arc minutes, as far as they leave a page."""
    least = text.small_px
    most = min(wanted_px, max(least, text.large_px))
    sizes = (most - step / SMALL_STEPS * (most - least) for step in range(SMALL_STEPS))
    fitting = (px for px in sizes if _title(px) + _foot(glass, px) <= SMALL_SHARE * glass.height)
    return replace(text, small_px=next(fitting, least))


def _title(small_px: float) -> float:
    return small_px * 1.5


def _foot_lines(glass: Rect, small_px: float) -> int:
    return ceil(FOOT_CHARACTERS * CHARACTER_EM * small_px / (glass.width - 2.4 * _margin(glass)))


def _foot(glass: Rect, small_px: float) -> float:
    return _foot_lines(glass, small_px) * small_px * 1.3 + small_px * 0.5


def _wall_sizes(screen: Screen, glass: Rect, distance_mm: float, cap_ratio: float) -> _Sizes:
    body = screen.px(distance_mm * BODY_ARCMIN * ARCMIN) / cap_ratio
    small = screen.px(distance_mm * LEAST_ARCMIN * ARCMIN) / cap_ratio
    label = max(small, _label(screen, cap_ratio))
    return _sized(screen, glass, _Text(body, small, small, body, label), wall=True)


def _sized(screen: Screen, glass: Rect, text: _Text, *, wall: bool = False) -> _Sizes:
    label, small = text.label_px, text.small_px
    target = screen.px(NARROW_TARGET_MM if _narrow(screen) else TARGET_MM)
    gap = _gap(screen)
    button = ceil(max(target, label * (1.9 if wall else 3.2)))
    wide = max(button, label * BUTTON_CHARACTERS * 0.56 + gap)
    crisis = label * CRISIS_CHARACTERS * 0.56 + 2 * gap
    buttons = BUTTONS * (wide + gap) + crisis + gap
    needed = label * WALL_BAR_EM + 6 * gap + _margin(glass) if wall else buttons
    rows = 1 if _narrow(screen) or needed <= glass.width else 2
    return _Sizes(
        text=text,
        title_px=_title(small),
        foot_px=_foot(glass, small),
        foot_lines=_foot_lines(glass, small),
        button_px=button,
        bar_px=ceil(min(rows * button + (rows + 1) * gap, BAR_SHARE * glass.height)),
        bar_rows=rows,
    )


def _gap(screen: Screen) -> float:
    return ceil(screen.px(NARROW_GAP_MM if _narrow(screen) else GAP_MM))


def _farthest(screen: Screen, glass: Rect, cap_ratio: float) -> float:
    """Return the farthest distance, up to 3 m, at which the wall's words fit the text column."""
    steps = int((FARTHEST_MM - NEAREST_MM) / STEP_MM)
    distances = (FARTHEST_MM - step * STEP_MM for step in range(steps))
    return next((mm for mm in distances if _fits(screen, glass, mm, cap_ratio)), NEAREST_MM)


def _fits(screen: Screen, glass: Rect, distance_mm: float, cap_ratio: float) -> bool:
    sizes = _wall_sizes(screen, glass, distance_mm, cap_ratio)
    furniture = sizes.title_px + sizes.foot_px + sizes.bar_px
    room = glass.height - furniture - 1.2 * _margin(glass)
    wide = _text_width(screen, glass, beside=True) >= WALL_CHARACTERS * CHARACTER_EM * sizes.text.body_px
    tall = room >= WALL_LINES * 1.45 * sizes.text.body_px
    return wide and tall and furniture <= FURNITURE_SHARE * glass.height


def _private(column: Rect, body_px: float) -> Rect:
    """Return a narrower column in the middle, before which the reader stands."""
    least = LEAST_CHARACTERS * CHARACTER_EM * body_px
    width = min(column.width, max(PRIVATE_SHARE * column.width, least))
    return replace(column, x=column.x + (column.width - width) / 2, width=width)


def _columns(room: Rect, beside: float, body_px: float) -> tuple[Rect, Rect | None]:
    """Return the column for text, and the one beside it where text of that width is not too narrow."""
    if beside >= room.width or beside < LEAST_CHARACTERS * CHARACTER_EM * body_px:
        return room, None
    x = room.x + beside + GUTTER_SHARE * room.width
    return replace(room, width=beside), replace(room, x=x, width=room.right - x)


def _built(
    screen: Screen, glass: Rect, sizes: _Sizes, *, layout: Layout, text_scale: float, distance_mm: float
) -> Frame:
    margin = _margin(glass)
    bar = Rect(glass.x, glass.bottom - sizes.bar_px, glass.width, sizes.bar_px)
    page = Rect(glass.x, glass.y, glass.width, glass.height - sizes.bar_px)
    top = page.y + 0.7 * margin + sizes.title_px + 0.35 * sizes.text.small_px
    bottom = page.bottom - sizes.foot_px - 0.25 * margin
    left = page.x + 1.2 * margin
    private = screen.private and layout is Layout.READING and not _narrow(screen)
    room = Rect(left, top, _text_width(screen, glass, beside=False), bottom - top)
    beside = room.width if private else _text_width(screen, glass, beside=True)
    column, side = _columns(room, beside, sizes.text.body_px)
    return Frame(
        layout=layout,
        text_scale=text_scale,
        page=page,
        bar=bar,
        bar_rows=sizes.bar_rows,
        button_px=sizes.button_px,
        target_px=ceil(screen.px(NARROW_TARGET_MM if _narrow(screen) else TARGET_MM)),
        gap_px=_gap(screen),
        label_px=sizes.text.label_px,
        margin_px=margin,
        title_px=sizes.title_px,
        foot_px=sizes.foot_px,
        foot_lines=sizes.foot_lines,
        body_px=sizes.text.body_px,
        small_px=sizes.text.small_px,
        least_px=sizes.text.least_px,
        large_px=sizes.text.large_px,
        column=_private(column, sizes.text.body_px) if private else column,
        side=side,
        distance_mm=distance_mm,
        narrow=_narrow(screen),
        tall=_tall(screen),
    )

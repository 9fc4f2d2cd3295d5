# SPDX-License-Identifier: Apache-2.0
"""Whether an SVG drawing is harmless: it refers to nothing outside itself and stays small when drawn."""

from __future__ import annotations

import re
from xml.parsers import expat

from msgspec import Struct, field

MOST_ELEMENTS = 20_000
"""How many elements a drawing may have once every `use` is replaced by what it names."""

DEEPEST = 100

_REFUSED = frozenset({"script", "image", "feImage", "foreignObject", "iframe", "audio", "video", "handler"})
_OUTSIDE = re.compile(r"url\(\s*[\"']?\s*(?!#)|@import|expression\(|javascript:", re.IGNORECASE)
_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(?:px)?\s*$")


class _Element(Struct):
    """One element: its own weight and the ids that it draws again."""

    children: list[_Element] = field(default_factory=list)
    again: str = ""
    weight: int | None = None


class _RefusedError(Exception):
    """Why a drawing is refused, in words."""


class _Reader(Struct):
    """What expat tells of a drawing."""

    top: _Element = field(default_factory=_Element)
    stack: list[_Element] = field(default_factory=list)
    named: dict[str, _Element] = field(default_factory=dict)
    size: tuple[int, int] | None = None
    count: int = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take an element's start."""
        local = name.rpartition(":")[2]
        if not self.stack:
            if local != "svg":
                raise _RefusedError(f"its first element is <{local[:20]}>.")
            self.size = _size(attributes)
        if local in _REFUSED:
            raise _RefusedError(f"it holds <{local}>.")
        self.count += 1
        if len(self.stack) >= DEEPEST or self.count > MOST_ELEMENTS:
            raise _RefusedError("it holds too many elements.")
        element = _Element()
        for key, text in attributes.items():
            _look_at(key.rpartition(":")[2], text)
            if key.rpartition(":")[2] == "href":
                element.again = text.strip()[1:]
        if attributes.get("id"):
            self.named.setdefault(attributes["id"], element)
        (self.stack[-1] if self.stack else self.top).children.append(element)
        self.stack.append(element)

    def end(self, _name: str) -> None:
        """Take an element's end."""
        self.stack.pop()

    def text(self, text: str) -> None:
        """Take text, which may be a style sheet."""
        if _OUTSIDE.search(text):
            raise _RefusedError("its style refers to something outside.")

    def refuse(self, *_rest: object) -> None:
        """Refuse a document type, an entity or a processing instruction."""
        raise _RefusedError("it declares a document type, an entity or a style sheet.")


def svg_size(data: bytes) -> tuple[int, int] | str:
    """Return a drawing's width and height, or why it is refused."""
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.refuse
    parser.EntityDeclHandler = reader.refuse
    parser.ProcessingInstructionHandler = reader.refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 expat takes its arguments by position
        _weigh(reader.top, reader.named, 0)
    except _RefusedError as refusal:
        return str(refusal)
    except expat.ExpatError as error:
        return f"it is no sound XML (line {error.lineno})."
    return reader.size or "it has neither a viewBox nor a width and a height."


def _look_at(name: str, text: str) -> None:
    """Refuse an attribute that runs something or leads outside."""
    if name.startswith("on"):
        raise _RefusedError(f"it holds a script ({name[:20]}).")
    if name == "href" and not text.strip().startswith("#"):
        raise _RefusedError("it refers to something outside.")
    if _OUTSIDE.search(text):
        raise _RefusedError("it refers to something outside.")


def _weigh(element: _Element, named: dict[str, _Element], depth: int) -> int:
    """Return how many elements are drawn, counting what is drawn again each time."""
    if element.weight == 0 or depth > 2 * DEEPEST:
        raise _RefusedError("it draws itself again and again.")
    if element.weight is None:
        element.weight = 0
        parts = [*element.children, *filter(None, (named.get(element.again),))]
        weight = 1 + sum(_weigh(part, named, depth + 1) for part in parts)
        if weight > MOST_ELEMENTS:
            raise _RefusedError("it draws too many elements again and again.")
        element.weight = weight
    return element.weight


def _size(attributes: dict[str, str]) -> tuple[int, int] | None:
    """Return the size of a drawing by its view box, else by its width and height."""
    box = attributes.get("viewBox", "").replace(",", " ").split()
    given = box[2:] if len(box) == 4 else [attributes.get("width", ""), attributes.get("height", "")]
    found = [_NUMBER.match(text) for text in given]
    if len(found) != 2 or not all(found):
        return None
    width, height = (float(match[1]) for match in found if match)
    if not (0 < width <= 1e6 and 0 < height <= 1e6) or not 0.05 <= width / height <= 20:
        return None
    return max(1, round(width)), max(1, round(height))

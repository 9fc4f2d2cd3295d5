# SPDX-License-Identifier: Apache-2.0
"""What no text on the screen may hold: control characters, bidi overrides, stacked marks, endless words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from kiosk.content.limits import LIMITS
from kiosk.content.report import Report

_UNWANTED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
UNSPACED = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Signs of Chinese and Japanese and their punctuation, for the brackets of a pattern."""

_SPACELESS = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
_LONG_WORD = re.compile(rf"[^\s{_SPACELESS}]{{{LIMITS.word_chars + 1},}}")

_Say = Callable[[str, str, str, int], None]


def clean(text: str, report: Report, line: int, *, address: bool = False) -> str:
    """Return a value without what may not be shown, each change told for the line it stands on."""

    def say(rule: str, found: str, cure: str, _column: int) -> None:
        report.add(rule, line, found, cure)

    text = _drop_unwanted(text, say)
    if not address:
        _tell_long_words(text, say)
    return _compose(_thin_marks(text, say), say)


def clean_lines(text: str, report: Report) -> str:
    """Return a file's text without what may not be shown, each change told with line and column."""
    return "\n".join(
        _clean_line(line, _speaker(report, number)) for number, line in enumerate(text.split("\n"), 1)
    )


def _speaker(report: Report, line: int) -> _Say:
    def say(rule: str, found: str, cure: str, column: int) -> None:
        report.add(rule, line, found, cure, column)

    return say


def _clean_line(line: str, say: _Say) -> str:
    if line.isascii() and line.isprintable():
        return line
    return _compose(_thin_marks(_drop_unwanted(line, say), say), say)


def _drop_unwanted(text: str, say: _Say) -> str:
    for match in _UNWANTED.finditer(text):
        say(
            "control-character",
            f"The character U+{ord(match[0]):04X} cannot be shown and was left out.",
            "Remove it.",
            match.start() + 1,
        )
    return _UNWANTED.sub("", text)


def _thin_marks(text: str, say: _Say) -> str:
    if text.isascii():
        return text
    kept, run = [], 0
    for letter in unicodedata.normalize("NFD", text):
        run = run + 1 if unicodedata.combining(letter) else 0
        if run <= LIMITS.combining_marks:
            kept.append(letter)
        elif run == LIMITS.combining_marks + 1:
            say(
                "combining-marks",
                f"One letter has more than {LIMITS.combining_marks} combining marks; the rest was left out.",
                "Remove them.",
                0,
            )
    thinned = "".join(kept)
    return text if thinned == unicodedata.normalize("NFD", text) else unicodedata.normalize("NFC", thinned)


def _compose(text: str, say: _Say) -> str:
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        say("not-nfc", "Letters are written in parts; they were put together.", "Save the text as NFC.", 0)
    return composed


def _tell_long_words(text: str, say: _Say) -> None:
    for match in _LONG_WORD.finditer(text):
        say(
            "word-too-long",
            f"The word “{match[0][:20]}…” has {len(match[0])} characters.",
            f"Use words of at most {LIMITS.word_chars} characters.",
            match.start() + 1,
        )

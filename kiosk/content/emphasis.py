# SPDX-License-Identifier: Apache-2.0
"""Where strong and emphasised words begin and end in Chinese and Japanese, which put no spaces between words.

CommonMark takes asterisks between a punctuation mark and a letter for plain text, as it must where words are
parted by spaces; so `**早上。**吃饭` would show its asterisks to the reader.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token

from kiosk.content.textcheck import UNSPACED

SIGN: Final = re.compile(f"[{UNSPACED}]")


class _State(StateInline):
    """The state of a text in which asterisks beside Chinese or Japanese need no spaces."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: FBT001, N802, N803 - the parser's names
        """Return whether a run of markers may begin or end something."""
        scanned = super().scanDelims(start, canSplitWord)
        before, after = self.src[max(0, start - 1) : start], self.src[start + scanned.length :][:1]
        if not canSplitWord or not (SIGN.match(before) or SIGN.match(after)):
            return scanned
        return Scanned(bool(after.strip()), bool(before.strip()), scanned.length)


class UnspacedInline(ParserInline):
    """The parser of a text's words, for languages with and without spaces."""

    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> list[Token]:
        """Append the tokens of a text to those given, and return them."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

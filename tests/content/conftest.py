# SPDX-License-Identifier: Apache-2.0
"""Packs made on the spot: a small sound one, with whatever a test puts in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

MANIFEST = """\
format = 1
id = "made"
version = "1"
licence = "CC0-1.0"
audience = "Tests"
languages = ["en", "es"]
default_language = "en"
created = 2026-01-01
next_review = 2030-01-01
funding = "None."
conflicts = "None."
contains_advertising = false

[title]
en = "Made"
es = "Hecho"

[[authors]]
name = "A. Example"

[[sources]]
id = "one"
authors = "A"
title = "T"
year = 2020
kind = "study"
doi = "10.1/1"

[glossary.word]
term = { en = "word", es = "palabra" }
meaning = { en = "What is said.", es = "Lo dicho." }

[[sections]]
id = "first"

[[sections]]
id = "second"
"""

FRONT = '+++\ntitle = "Title"\nkey_message = "Message."\n+++\n'
"""Four lines: the body starts on line 5."""

Make = Callable[[dict[str, str | bytes]], Path]


@pytest.fixture
def manifest() -> str:
    return MANIFEST


@pytest.fixture
def front() -> str:
    return FRONT


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a maker of packs: files by path, laid over a sound pack; an empty text takes a file out."""

    def write(files: dict[str, str | bytes]) -> Path:
        root = tmp_path / "made"
        sound: dict[str, str | bytes] = {
            "pack.toml": MANIFEST,
            "en/first.md": f"{FRONT}First.\n",
            "es/first.md": f"{FRONT}Primero.\n",
            "en/second.md": f"{FRONT}Second.\n",
            "es/second.md": f"{FRONT}Segundo.\n",
        }
        for name, content in (sound | files).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            if content:
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return write


@pytest.fixture
def packs() -> Path:
    """Return the folder of example packs."""
    return Path(__file__).parent.parent / "packs"

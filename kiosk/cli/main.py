# SPDX-License-Identifier: Apache-2.0
"""The command line: `kiosk run`, `check`, `pages`, `export`; each command loads only what it needs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from kiosk.cli.options import parser

DECODE = "decode-picture"
"""What the program calls itself with to decode pictures in a child process; nobody types it."""

CUT_OFF = 141
"""The status of a program whose reader went away, as with `kiosk pages mypack --json | head`."""
SPEAK = "speak"
"""The same to speak."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0 done, 1 findings, 2 wrong use or no display."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == [DECODE]:
        return _decode()
    if given[:1] == [SPEAK]:
        return _speak(given[1:])
    if not given or (given[0].startswith("-") and given[0] not in {"-h", "--help", "--version"}):
        given.insert(0, "run")
    options = parser().parse_args(given)
    command = {"run": _run, "check": _check, "pages": _pages, "export": _export}[options.command]
    try:
        status = command(options)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CUT_OFF
    return status


def _run(options: argparse.Namespace) -> int:
    from kiosk.app.asked import Asked  # noqa: PLC0415 # only what the command needs
    from kiosk.app.run import run  # noqa: PLC0415 # only what the command needs

    return run(Asked(options.settings, options.pack, options.window, options.screen, options.touch))


def _check(options: argparse.Namespace) -> int:
    from kiosk.cli.check import check  # noqa: PLC0415 # only what the command needs

    return check(options.pack, options.format)


def _pages(options: argparse.Namespace) -> int:
    from kiosk.cli.pages import Sought, pages  # noqa: PLC0415 # only what the command needs

    return pages(
        Sought(
            pack=options.pack,
            layout=options.layout,
            size=options.size,
            diagonal_in=options.diagonal_in,
            distance_mm=options.distance_mm,
            text_scale=options.text_scale,
            language=options.language,
        )
    )


def _export(options: argparse.Namespace) -> int:
    from kiosk.cli.export import export  # noqa: PLC0415 # only what the command needs

    return export(options.pack, options.folder, options.country)


def _decode() -> int:
    from kiosk.render.decode import main as decode  # noqa: PLC0415 # only what the command needs

    return decode()


def _speak(arguments: Sequence[str]) -> int:
    from kiosk.ui.speak import main as speak  # noqa: PLC0415 # only what the command needs

    return speak(arguments)

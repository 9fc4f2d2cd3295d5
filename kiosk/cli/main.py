# SPDX-License-Identifier: Apache-2.0
"""The command line: `kiosk run`, `kiosk check`, `kiosk pages`; each command loads only what it needs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0 done, 1 findings, 2 wrong use or no display."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in {"-h", "--help", "--version"}):
        given.insert(0, "run")
    options = parser().parse_args(given)
    if options.command == "run":
        from kiosk.app.run import run

        return run(options)
    if options.command == "check":
        from kiosk.cli.check import check

        return check(options.pack, options.format)
    if options.command == "pages":
        from kiosk.cli.pages import pages

        return pages(options)
    from kiosk.render.decode import main as decode

    return decode()


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="kiosk",
        description="Shows health information in a waiting room: a slideshow untouched, a reader when touched.",
        epilog="Without a command the kiosk runs.",
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_run(commands.add_parser("run", help="show a pack on the screen"))
    checked = commands.add_parser("check", help="print what is wrong with a pack")
    checked.add_argument("pack", type=Path, metavar="PACK", help="the pack's folder")
    checked.add_argument("--format", choices=("text", "json"), default="text", help="how to print (default text)")
    _add_pages(commands.add_parser("pages", help="print the pages of a pack as JSON"))
    commands.add_parser("decode-picture")
    return top


def _add_run(run: argparse.ArgumentParser) -> None:
    run.add_argument("--settings", type=Path, metavar="FILE", help="the station's settings (station.toml)")
    run.add_argument("--pack", type=Path, metavar="DIR", help="show this pack instead of the settings' one")
    run.add_argument("--window", type=window_size, metavar="WxH", help="an ordinary window of this size")
    run.add_argument("--screen", metavar="NAME", help="the screen's name or number")
    run.add_argument("--touch", choices=("auto", "yes", "no"), help="whether the screen can be touched")


def _add_pages(pages: argparse.ArgumentParser) -> None:
    pages.add_argument("pack", type=Path, metavar="PACK", help="the pack's folder")
    pages.add_argument("--json", action="store_true", required=True, help="print JSON (the only format)")
    pages.add_argument("--layout", choices=("wall", "reading"), default="reading", help="default reading")
    pages.add_argument("--size", type=window_size, default=(1920, 1080), metavar="WxH", help="default 1920x1080")
    pages.add_argument("--diagonal-in", type=positive, default=24.0, metavar="N", help="default 24")
    pages.add_argument("--distance-mm", type=positive, metavar="N", help="viewing distance")
    pages.add_argument("--text-scale", type=scale, default=1.0, metavar="N", help="1.0 to 2.0, default 1.0")
    pages.add_argument("--language", metavar="CODE", help="default the pack's")


def window_size(text: str) -> tuple[int, int]:
    """Return width and height from `1280x720`."""
    width, _, height = text.partition("x")
    if not (width.isascii() and height.isascii() and width.isdigit() and height.isdigit()):
        message = f"{text!r} is no size; write it as 1280x720"
        raise argparse.ArgumentTypeError(message)
    if not (320 <= int(width) <= 16384 and 240 <= int(height) <= 16384):
        message = f"{text!r} is too small or too large; the smallest is 320x240"
        raise argparse.ArgumentTypeError(message)
    return int(width), int(height)


def positive(text: str) -> float:
    """Return a number above 0."""
    return _number(text, 0.001, 100_000.0)


def scale(text: str) -> float:
    """Return a text scale."""
    return _number(text, 1.0, 2.0)


def _number(text: str, low: float, high: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        message = f"{text!r} is no number from {low:g} to {high:g}"
        raise argparse.ArgumentTypeError(message)
    return value


class _Version(argparse.Action):
    """Prints the version and ends; it is looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        parser.exit(message=f"kiosk {program_version()}\n")


def program_version() -> str:
    """Return the installed version, or that this is a checkout."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 40 ms that only --version pays

    try:
        return version("clinic-kiosk")
    except PackageNotFoundError:
        return "(not installed)"

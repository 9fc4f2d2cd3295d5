# SPDX-License-Identifier: Apache-2.0
"""What each command takes, and the help that says so."""

from __future__ import annotations

import argparse
import math
from pathlib import Path

LEAST_SIZE, LARGEST_SIZE = (320, 240), 16384


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="kiosk",
        description="Shows health information in a waiting room: untouched it rotates, touched it is read.",
        epilog="Without a command the kiosk runs. `kiosk COMMAND --help` tells more of each.",
    )
    top.add_argument("--version", action=TellVersion, nargs=0, help="print the version and end")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    told = "fill the screen with a pack, until the program is told to leave"
    _add_run(commands.add_parser("run", help=told, description=_sentence(told)))
    told = "print what is wrong with a pack, by file and line"
    _add_check(commands.add_parser("check", help=told, description=_sentence(told), epilog=CHECK_STATUS))
    told = "print the pages of a pack as JSON, without any display"
    _add_pages(commands.add_parser("pages", help=told, description=_sentence(told), epilog=PAGES_STATUS))
    told = "write a pack as a site that any web server can show"
    _add_export(commands.add_parser("export", help=told, description=_sentence(told), epilog=EXPORT_STATUS))
    return top


CHECK_STATUS = "Exit status: 0 nothing but notes, 1 findings, 2 no such folder."
PAGES_STATUS = "Findings go to standard error. Exit status: 0 printed, 2 no such pack or language."
EXPORT_STATUS = "Exit status: 0 written, 2 no such pack, or a folder that this command did not make."


def _sentence(told: str) -> str:
    return f"{told[:1].upper()}{told[1:]}."


def _add_run(run: argparse.ArgumentParser) -> None:
    run.add_argument(
        "--settings", type=Path, metavar="FILE", help="the station's settings; without it all is by default"
    )
    run.add_argument("--pack", type=Path, metavar="DIR", help="show this pack, whatever the settings say")
    run.add_argument(
        "--window", type=window_size, metavar="WxH", help="an ordinary window of this size, as in 1280x720"
    )
    run.add_argument(
        "--screen", metavar="NAME", help="fill the screen of this name or number (0 is the first)"
    )
    run.add_argument(
        "--touch", choices=("auto", "yes", "no"), help="whether the screen can be touched; auto finds out"
    )


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("pack", type=Path, metavar="PACK", help="the pack's folder")
    check.add_argument(
        "--format", choices=("text", "json"), default="text", help="how findings are printed (default: text)"
    )


def _add_pages(pages: argparse.ArgumentParser) -> None:
    pages.add_argument("pack", type=Path, metavar="PACK", help="the pack's folder")
    pages.add_argument(
        "--json", action="store_true", required=True, help="print JSON, the only form there is"
    )
    pages.add_argument(
        "--layout",
        choices=("wall", "reading"),
        default="reading",
        help="for the chairs or for who stands before the screen (default: reading)",
    )
    pages.add_argument(
        "--size", type=window_size, default=(1920, 1080), metavar="WxH", help="pixels (default: 1920x1080)"
    )
    pages.add_argument(
        "--diagonal-in", type=inches, default=24.0, metavar="N", help="inches corner to corner (default: 24)"
    )
    pages.add_argument(
        "--distance-mm",
        type=distance,
        metavar="N",
        help="from how far it is read (default: 600; on the wall the farthest that fits)",
    )
    pages.add_argument("--text-scale", type=scale, default=1.0, metavar="N", help="1.0 to 2.0 (default: 1.0)")
    pages.add_argument("--language", metavar="CODE", help="as in es (default: the pack's own)")


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("pack", type=Path, metavar="PACK", help="the pack's folder")
    export.add_argument("--to", choices=("web",), required=True, help="what is written: a site of HTML")
    export.add_argument("folder", type=Path, metavar="DIR", help="a new folder, or one of an earlier export")
    export.add_argument(
        "--country", default="", metavar="CODE", help="whose crisis lines stand there, as in US"
    )


def window_size(text: str) -> tuple[int, int]:
    """Return width and height from `1280x720`."""
    width, _, height = text.partition("x")
    if not all(part.isascii() and part.isdigit() and len(part) < 6 for part in (width, height)):
        raise argparse.ArgumentTypeError(f"{text!r} is no size; write it as 1280x720")
    across, down = int(width), int(height)
    least = across >= LEAST_SIZE[0] and down >= LEAST_SIZE[1]
    if not least or max(across, down) > LARGEST_SIZE:
        raise argparse.ArgumentTypeError(f"{text!r} is too small or too large; the least is 320x240")
    return across, down


def inches(text: str) -> float:
    """Return a screen's diagonal."""
    return _number(text, 3.0, 300.0)


def distance(text: str) -> float:
    """Return a viewing distance in millimetres."""
    return _number(text, 200.0, 20_000.0)


def scale(text: str) -> float:
    """Return a text scale."""
    return _number(text, 1.0, 2.0)


class TellVersion(argparse.Action):
    """Prints the version and ends; only then is it looked up, which takes longer than all other options."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print and end."""
        print(f"kiosk {program_version()}")
        parser.exit()


def program_version() -> str:
    """Return the installed version, or that this is a checkout."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 # 30 ms that no start has to spare

    try:
        return version("clinic-kiosk")
    except PackageNotFoundError:
        return "(not installed)"


def _number(text: str, low: float, high: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from {low:g} to {high:g}")
    return value

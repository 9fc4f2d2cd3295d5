# SPDX-License-Identifier: Apache-2.0
"""What stands around the words of every page of an exported site: head, languages, foot."""

from __future__ import annotations

from html import escape

from msgspec import Struct


class Alternate(Struct, frozen=True):
    """The same page in a language, and whether it is this one."""

    language: str
    direction: str
    name: str
    address: str
    here: bool


class Sheet(Struct, frozen=True):
    """One page: `root` leads to the site's folder, `up`, `body` and `foot` are HTML."""

    language: str
    direction: str
    title: str
    root: str
    up: str
    alternates: tuple[Alternate, ...]
    body: str
    foot: str


def sheet(page: Sheet) -> str:
    """Return a page as an HTML document."""
    links = "".join(
        f'<link rel="alternate" hreflang="{each.language}" href="{each.address}">\n'
        for each in page.alternates
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{page.language}" dir="{page.direction}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(page.title)}</title>\n"
        f'{links}<link rel="icon" href="data:,">\n<link rel="stylesheet" href="{page.root}style.css">\n'
        f"</head>\n<body>\n{_nav(page)}{page.body}\n<footer>{page.foot}</footer>\n</body>\n</html>\n"
    )


def _nav(page: Sheet) -> str:
    others = "".join(f"<li>{_link(each)}</li>" for each in page.alternates)
    up = f"<li>{page.up}</li>" if page.up else ""
    return f"<nav><ul>{up}{others}</ul></nav>\n" if up or others else ""


def _link(each: Alternate) -> str:
    here = ' aria-current="page"' if each.here else ""
    return (
        f'<a href="{each.address}" hreflang="{each.language}" lang="{each.language}" '
        f'dir="{each.direction}"{here}>{escape(each.name)}</a>'
    )

# SPDX-License-Identifier: Apache-2.0
"""Cuts ICU's data library down to what Qt asks of it; used while the standalone folder is built.

Qt brings its own tables for locales, breaks and case; of ICU's data it opens converters and the root locale.
"""

import ctypes
import itertools
import re
import shutil
import struct
import subprocess
from pathlib import Path

SYMBOL = re.compile(r"libicudata\.so\.(\d+)")
LOCALE = re.compile(r"[a-z]{2,3}(_\w+)?\.res")
ROOTS = {"root.res", "pool.res", "res_index.res"}
LEFT_OUT = {"unames.icu"}
NOT_ASKED = {"curr", "lang", "rbnf", "region", "translit", "unit", "zone"}
"""Folders whose words and rules Qt takes from its own tables, or never."""


def wanted(name: str) -> bool:
    """Tell whether an item stays: what belongs to no locale, no code page and no dictionary."""
    folder, _, file = name.split("/", 1)[1].rpartition("/")
    if file in LEFT_OUT or folder in NOT_ASKED:
        return False
    general = not folder and file.endswith(".res") and not LOCALE.fullmatch(file)
    return general or file in ROOTS or file.endswith((".icu", ".nrm"))


def items(library: Path, symbol: str) -> tuple[bytes, dict[str, bytes]]:
    """Return the header of a library's data and its items by name, but for the last one, which has no end."""
    loaded = ctypes.CDLL(str(library))
    start = ctypes.addressof(ctypes.c_char.in_dll(loaded, symbol))
    (size,) = struct.unpack("<H", ctypes.string_at(start, 2))
    header, table = ctypes.string_at(start, size), start + size
    (count,) = struct.unpack("<I", ctypes.string_at(table, 4))
    places = struct.unpack(f"<{2 * count}I", ctypes.string_at(table + 4, 8 * count))
    pairs = list(zip(places[0::2], places[1::2], strict=True))
    found = {}
    for (name, data), (_, end) in itertools.pairwise(pairs):
        found[ctypes.string_at(table + name).decode("ascii")] = ctypes.string_at(table + data, end - data)
    return header, found


def joined(header: bytes, kept: dict[str, bytes]) -> bytes:
    """Return data with these items, each at a multiple of 16 bytes, in the order of their names."""
    names = sorted(kept, key=lambda name: name.encode("ascii"))
    table = 4 + 8 * len(names)
    words, at_name = b"", {}
    for name in names:
        at_name[name] = table + len(words)
        words += name.encode("ascii") + b"\0"
    body, at_data = b"", {}
    begin = table + len(words)
    begin += -(len(header) + begin) % 16
    for name in names:
        at_data[name] = begin + len(body)
        body += kept[name] + b"\0" * (-len(kept[name]) % 16)
    places = b"".join(struct.pack("<II", at_name[name], at_data[name]) for name in names)
    head = struct.pack("<I", len(names)) + places + words
    return header + head.ljust(begin, b"\0") + body


def cut(library: Path, folder: Path) -> Path | None:
    """Write a small library of the same name into a folder and return it; None where no linker is there."""
    named = SYMBOL.search(library.name)
    linker, copier = shutil.which("ld"), shutil.which("objcopy")
    if named is None or linker is None or copier is None:
        return None
    symbol = f"icudt{named[1]}_dat"
    header, found = items(library, symbol)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "icu.dat").write_bytes(
        joined(header, {name: data for name, data in found.items() if wanted(name)})
    )
    made = folder / library.name
    place = f"_binary_icu_dat_start={symbol}"
    section = ".data=.rodata,alloc,load,readonly,data,contents"
    for command in (
        (linker, "-r", "-b", "binary", "icu.dat", "-o", "icu.o"),
        (copier, "--redefine-sym", place, "--set-section-alignment", ".data=16", "icu.o"),
        (copier, "--rename-section", section, "icu.o"),
        (linker, "-shared", "-z", "noexecstack", "-soname", library.name, "icu.o", "-o", made.name),
    ):
        subprocess.run(command, cwd=folder, check=True)  # noqa: S603 # both come from binutils
    return made

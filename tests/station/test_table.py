# SPDX-License-Identifier: Apache-2.0
"""`resources/station.toml` documents every setting, with its true default and one sentence."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kiosk.station.settings import Settings, read_settings
from kiosk.station.table import SETTINGS, WEEKDAYS

FILE = Path(__file__).parents[2] / "resources" / "station.toml"
EXAMPLE = re.compile(r"# (.+?[.?;:].*?) Default: (.+?)\.\n# (\w+) = (.+)\n")
HEADER = re.compile(r"^\[(\w+)\]$", re.MULTILINE)


def documented() -> dict[tuple[str, ...], tuple[str, str]]:
    """Return key → (default as told, value as written)."""
    text = FILE.read_text(encoding="utf-8")
    found = {}
    for match in EXAMPLE.finditer(text):
        tables = [header[1] for header in HEADER.finditer(text, 0, match.start())]
        found[(*tables[-1:], match[3])] = (match[2], match[4])
    return found


def test_each_setting_stands_there_once_and_none_besides() -> None:
    assert sorted(documented()) == sorted(SETTINGS)
    assert FILE.read_text(encoding="utf-8").count("Default: ") == len(SETTINGS)


def test_each_setting_reaches_the_program() -> None:
    held = set(Settings.__struct_fields__)
    reached = {"clinic_name" if key == ("clinic", "name") else key[-1] for key in SETTINGS}
    assert reached - set(WEEKDAYS) == held - {"hours"}


def test_as_delivered_nothing_is_set() -> None:
    assert read_settings(FILE)[0] == Settings()


def test_every_example_is_sound(tmp_path: Path) -> None:
    text = re.sub(r"^# (\w+ = )", r"\1", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    file = tmp_path / "station.toml"
    file.write_text(text, encoding="utf-8")
    values, findings = read_settings(file)
    assert findings == ()
    assert set(values.hours) == set(range(7))


@pytest.mark.parametrize("key", sorted(SETTINGS), ids=".".join)
def test_the_default_told_is_the_true_one(key: tuple[str, ...]) -> None:
    told, written = documented()[key]
    default = Settings()
    name = "clinic_name" if key == ("clinic", "name") else key[-1]
    true = default.hours.get(WEEKDAYS.index(name)) if name in WEEKDAYS else getattr(default, name)
    if told.startswith("unset"):
        assert true in {None, ""}
    elif told.startswith("none"):
        assert not true
        assert written == "[]"
    else:
        assert tomllib.loads(f"x = {told}")["x"] == true
        assert tomllib.loads(f"x = {written}")["x"] == true

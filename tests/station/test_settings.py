# SPDX-License-Identifier: Apache-2.0
"""Settings: what is given counts, what is wrong is told with its line and leaves the rest alone."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.finding import Finding
from kiosk.station.settings import FILE_BYTES, Settings, read_settings
from kiosk.station.values import OpenHours

KNOWN = 'clinic_offers_this_treatment = true\nclinic.country = "US"\n'


def read(folder: Path, text: str | bytes) -> tuple[Settings, tuple[Finding, ...]]:
    file = folder / "station.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_settings(file)


def test_without_a_file_all_is_as_by_default_and_the_clinic_is_asked() -> None:
    values, findings = read_settings(None)
    assert values == Settings()
    assert [item.rule for item in findings] == ["offers-unset", "country-unset"]


def test_every_setting_arrives(tmp_path: Path) -> None:
    values, findings = read(
        tmp_path,
        """
        clinic_offers_this_treatment = false
        pack = "packs/mine"
        notices = "/srv/notices"
        leave_out = ["effects"]
        language = "es"
        languages = ["es", "en"]
        copies_url = "https://clinic.example/ptsd/"
        theme = "contrast"
        text_scale = 1.5
        touch = "no"
        lock = true
        screen = 1
        rotation = 270
        safe_area = 5
        width_mm = 940
        height_mm = 529
        diagonal_in = 43
        wall_distance_mm = 2500
        reading_distance_mm = 700
        privacy_column = true
        idle_s = 120
        band_s = 30
        dwell_factor = 0
        reduced_motion = true
        reach_mode = true
        screen_bottom_mm = 800
        switch_key = "F2"
        scan_s = 3
        double_press_s = 0.5
        log_level = "debug"
        [clinic]
        name = " North Clinic "
        country = "US"
        [hours]
        monday = ["08:00-12:00", "13:00-24:00"]
        sunday = []
        closed_days = [2027-12-24]
        dark_after_min = 0
        """,
    )
    assert findings == ()
    assert values == Settings(
        clinic_name="North Clinic",
        country="US",
        clinic_offers_this_treatment=False,
        pack=tmp_path / "packs/mine",
        notices=Path("/srv/notices"),
        leave_out=("effects",),
        language="es",
        languages=("es", "en"),
        copies_url="https://clinic.example/ptsd",
        theme="contrast",
        text_scale=1.5,
        touch="no",
        lock=True,
        screen="1",
        rotation=270,
        safe_area=0.05,
        diagonal_in=43,
        width_mm=940,
        height_mm=529,
        wall_distance_mm=2500,
        reading_distance_mm=700,
        privacy_column=True,
        idle_s=120,
        band_s=30,
        dwell_factor=0,
        reduced_motion=True,
        reach_mode=True,
        screen_bottom_mm=800,
        switch_key="F2",
        scan_s=3,
        double_press_s=0.5,
        hours={0: (OpenHours(time(8), time(12)), OpenHours(time(13), time(0))), 6: ()},
        closed_days=frozenset({date(2027, 12, 24)}),
        dark_after_min=0,
        log_level="debug",
    )


@pytest.mark.parametrize(
    "line, rule, words",
    [
        ("them = 'light'", "field-unknown", "Did you mean “theme”?"),
        ("zebra = 1", "field-unknown", "Take it out"),
        ("clinic = 'x'", "field-unknown", "“clinic” is no setting"),
        ("switch_key = 'F13'", "value-wrong", 'from "F1" to "F12"'),
        ("copies_url = 'http://clinic.example'", "value-wrong", "https address"),
        ("copies_url = 'https://clinic.example/?who=1'", "value-wrong", 'without "?" and "#"'),
        ("theme = 'sepia'", "value-wrong", '"light", "dark", "contrast"'),
        ("lock = 'yes'", "type-wrong", "true or false"),
        ("text_scale = 3", "value-wrong", "from 1 to 2"),
        ("idle_s = true", "type-wrong", "from 90 to 3600"),
        ("hours.closed_days = ['2027-12-24']", "date-bad", "without quotes"),
        ("hours.monday = ['25:00-26:00']", "value-wrong", "08:00-12:00"),
        ("width_mm = 900", "value-wrong", "stands without “height_mm”"),
        ("height_mm = 900", "value-wrong", "stands without “width_mm”"),
    ],
)
def test_a_bad_setting_is_told_with_its_line_and_the_rest_counts(
    tmp_path: Path, line: str, rule: str, words: str
) -> None:
    values, findings = read(
        tmp_path, f"text_scale = 1.5\n{line}\n".replace("text_scale = 1.5\ntext", "\ntext")
    )
    told = findings[0]
    assert (told.rule, told.place.line) == (rule, 2)
    assert words in str(told)
    assert told.place.file == str(tmp_path / "station.toml")
    assert values == Settings(text_scale=1.0 if line.startswith("text_scale") else 1.5)


def test_what_is_no_toml_is_one_finding_and_the_defaults_count(tmp_path: Path) -> None:
    values, findings = read(tmp_path, "lock = true\ntheme =\n")
    assert values == Settings()
    assert [(item.rule, item.place.line) for item in findings] == [("toml-syntax", 2)]


@pytest.mark.parametrize(
    "data, rule, line",
    [(b"#" * (FILE_BYTES + 1), "file-too-large", 0), (b"lock = true\n# \xff\n", "not-utf8", 2)],
)
def test_a_file_that_cannot_be_read_is_one_finding(tmp_path: Path, data: bytes, rule: str, line: int) -> None:
    values, findings = read(tmp_path, data)
    assert values == Settings()
    assert [(item.rule, item.place.line) for item in findings] == [(rule, line)]


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    values, findings = read_settings(tmp_path / "none.toml")
    assert values == Settings()
    assert [item.rule for item in findings] == ["file-missing"]


def test_a_mark_of_byte_order_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    values, findings = read(
        tmp_path, b"\xef\xbb\xbf" + (KNOWN + "lock = true\n").replace("\n", "\r\n").encode()
    )
    assert values.lock
    assert findings == ()


values_of_toml = st.recursive(
    st.booleans() | st.integers(-1000, 1000) | st.text("ab\"'\\\n:-0", max_size=6).map(repr),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    key=st.sampled_from(["pack", "hours.monday", "screen", "rotation", "leave_out", "clinic.name", "hours"]),
    value=values_of_toml,
)
def test_whatever_stands_there_the_rest_counts(tmp_path: Path, key: str, value: object) -> None:
    written = str(value).replace("True", "true").replace("False", "false")
    values, findings = read(tmp_path, f"lock = true\n{key} = {written}\n")
    assert values.lock or findings[0].rule.startswith("toml-")

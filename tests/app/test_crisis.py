# SPDX-License-Identifier: Apache-2.0
"""Tests of the choice of crisis help."""

from __future__ import annotations

from kiosk import paths
from kiosk.app.crisis import choose, in_language, station_lines
from kiosk.content.pack import Crisis, CrisisLine
from kiosk.content.phrases import Phrases

PHRASES = Phrases("es", {"crisis_label": "Ayuda", "crisis_no_country": "En EE. UU.: 988 / 911"})
LINE = CrisisLine("988", {"en": "Lifeline", "es": "Línea"}, {"en": "Call"})
DANGER = CrisisLine("911", {"en": "Emergency"}, {"en": "Call"}, emergency=True)
AMERICAN = Crisis("US", {"en": "Crisis help: 988", "es": "Ayuda en crisis: 988"}, (LINE, DANGER))
OWN = Crisis("US", {"en": "Our help"}, (LINE,))


def test_pack_goes_before_station() -> None:
    chosen, findings = choose("US", {"US": OWN}, {"US": AMERICAN})
    assert chosen.crisis is OWN
    assert findings == ()
    assert chosen.sentence(PHRASES, "es") == "Our help"


def test_station_stands_in() -> None:
    chosen, findings = choose("US", {}, {"US": AMERICAN})
    assert findings == ()
    assert chosen.label(PHRASES, "es") == "Ayuda en crisis: 988"
    assert [number.number for number in chosen.lines("es")] == ["911", "988"]
    assert [number.name for number in chosen.lines("es")] == ["Emergency", "Línea"]


def test_a_language_the_program_does_not_speak_still_counts() -> None:
    chosen, _ = choose("US", {"US": Crisis("US", {"en": "Help", "ar": "مساعدة"}, (LINE,))}, {"US": AMERICAN})
    assert chosen.label(PHRASES, "ar") == "مساعدة"


def test_no_country_is_said_on_the_screen_and_found_by_the_settings() -> None:
    chosen, findings = choose("", {}, {"US": AMERICAN})
    assert chosen.assumed
    assert chosen.label(PHRASES, "es") == "Ayuda"
    assert chosen.sentence(PHRASES, "es") == "En EE. UU.: 988 / 911"
    assert findings == ()


def test_unknown_country_is_found() -> None:
    chosen, (finding,) = choose("XX", {"US": OWN}, {"US": AMERICAN})
    assert chosen.assumed
    assert chosen.crisis is OWN
    assert "“XX”" in finding.found


def test_in_language_never_empty_when_any_is_there() -> None:
    assert in_language({"es": "sí", "en": "yes"}, "es") == "sí"
    assert in_language({"en": "yes"}, "es") == "yes"
    assert in_language({"fr": "oui"}, "es") == "oui"
    assert in_language({}, "es") == ""


def test_the_stations_own_lines_are_there_in_both_languages() -> None:
    lines = station_lines(paths.resources() / "crisis.toml")
    chosen, _ = choose("US", {}, lines)
    for language in ("en", "es"):
        assert {number.number for number in chosen.lines(language)} == {"988", "911"}
        assert "988" in chosen.label(PHRASES, language)

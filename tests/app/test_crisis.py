# SPDX-License-Identifier: Apache-2.0
"""Tests of the choice of crisis help."""

from __future__ import annotations

from kiosk.app.crisis import choose, in_language
from kiosk.content.pack import Crisis, CrisisLine
from kiosk.content.phrases import Phrases

PHRASES = Phrases("es", {"crisis_label": "Ayuda", "crisis_no_country": "En EE. UU.: 988 / 911"})
LINE = CrisisLine("988", {"en": "Lifeline", "es": "Línea"}, {"en": "Call"})
DANGER = CrisisLine("911", {"en": "Emergency"}, {"en": "Call"}, emergency=True)
AMERICAN = Crisis("US", {"en": "Crisis help: 988", "es": "Ayuda en crisis: 988"}, (LINE, DANGER))
OWN = Crisis("US", {"en": "Our help"}, (LINE,))


def test_pack_goes_before_station() -> None:
    """A pack's lines for the clinic's country take the place of the station's."""
    chosen, findings = choose("US", {"US": OWN}, {"US": AMERICAN})
    assert chosen.crisis is OWN
    assert findings == ()
    assert chosen.sentence(PHRASES) == "Our help"


def test_station_stands_in() -> None:
    """A pack without the country leaves the station's lines, danger first, in the visitor's language."""
    chosen, findings = choose("US", {}, {"US": AMERICAN})
    assert findings == ()
    assert chosen.label(PHRASES) == "Ayuda en crisis: 988"
    assert [number.number for number in chosen.lines(PHRASES)] == ["911", "988"]
    assert [number.name for number in chosen.lines(PHRASES)] == ["Emergency", "Línea"]


def test_no_country_is_said_and_found() -> None:
    """Without a country the American lines are named as American, and a finding asks for the country."""
    chosen, (finding,) = choose("", {}, {"US": AMERICAN})
    assert chosen.assumed
    assert chosen.label(PHRASES) == "Ayuda"
    assert chosen.sentence(PHRASES) == "En EE. UU.: 988 / 911"
    assert finding.rule == "crisis-country"
    assert "No country" in finding.found


def test_unknown_country_is_found() -> None:
    """A country without lines is named in the finding."""
    _, (finding,) = choose("XX", {"US": OWN}, {"US": AMERICAN})
    assert "'XX'" in finding.found


def test_in_language_never_empty_when_any_is_there() -> None:
    """The visitor's language, else English, else whichever there is."""
    assert in_language({"es": "sí", "en": "yes"}, "es") == "sí"
    assert in_language({"en": "yes"}, "es") == "yes"
    assert in_language({"fr": "oui"}, "es") == "oui"
    assert in_language({}, "es") == ""

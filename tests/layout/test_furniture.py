# SPDX-License-Identifier: Apache-2.0
"""What stands on a page beside the section's own words."""

from datetime import date

import pytest
from msgspec.structs import replace

from kiosk.content.pack import Flags, Manifest, Person, Translation
from kiosk.layout.furniture import Furniture, checked_words, furnish
from kiosk.layout.model import Box, Ink, Layout
from tests.layout.fakes import MANIFEST, SCREENS, SMALL, phrases, screen, section, set_up

SIGNED = replace(
    MANIFEST,
    reviewed=date(2026, 2, 1),
    reviewers=(
        Person("A. Example", "MD", date(2026, 1, 5)),
        Person("B. Example", "", date(2026, 2, 1)),
        Person("C. Example", "RN"),
    ),
)
NOT_CHECKED = "A clinician here has not checked it yet."


def furniture(
    name: str = "24",
    layout: Layout = Layout.READING,
    scale: float = 1.0,
    title: str = "Cuts",
    direction: str = "ltr",
    section_id: str = "cuts",
) -> Furniture:
    made = set_up(screen(name), layout, scale, direction=direction)
    return furnish(made, section(title=title, section_id=section_id))


def texts(boxes: tuple[Box, ...]) -> list[str]:
    return [box.text for box in boxes]


def test_a_page_to_read_has_title_number_foot_and_sources() -> None:
    title, number, foot, sources = furniture().boxes(2, 4, ("s3", "s2", "nobody"))
    assert (title.text, title.ink, title.repeat) == ("Cuts", Ink.ACCENT, True)
    assert (number.text, number.repeat) == ("Page 2 of 4", False)
    assert foot.text.endswith("Please ask. Information only. Ask your care team before any change.")
    assert foot.repeat
    assert (sources.text, sources.link) == ("Sources 2, 3", "sources")


def test_number_and_title_share_a_baseline_and_number_ends_the_line() -> None:
    made = furniture()
    title, number, *_ = made.boxes(1, 1, ())
    assert number.lines[0].baseline == pytest.approx(title.lines[0].baseline)
    assert made.frame.side is not None
    assert number.rect.right == pytest.approx(made.frame.side.right, abs=2)


def test_without_sources_there_is_no_line_of_them() -> None:
    assert len(furniture().boxes(1, 1, ())) == 3
    assert len(furniture().boxes(1, 1, ("nobody",))) == 3


def test_too_many_sources_name_the_first_of_them() -> None:
    *_, foot, sources = furniture("7").boxes(2, 4, tuple(f"s{number}" for number in range(1, 31)))
    assert sources.text.startswith("Sources 1, ")
    assert sources.text.endswith("…")
    assert sources.rect.height <= foot.rect.height
    assert not sources.rect.overlaps(foot.rect)


def test_on_the_wall_the_two_sentences_of_the_foot_take_turns() -> None:
    made = furniture(layout=Layout.WALL)
    feet = [texts(made.boxes(number, 3, ("s1",)))[-1] for number in (1, 2, 3)]
    assert NOT_CHECKED in feet[0]
    assert feet[1].startswith("Information only.")
    assert feet[2] == feet[0]
    assert len(made.boxes(1, 3, ("s1",))) == 2


def test_sections_of_one_page_do_not_all_begin_with_the_same_sentence() -> None:
    first, second = (
        texts(furniture(layout=Layout.WALL, section_id=section_id).boxes(1, 1, ()))[-1]
        for section_id in ("cuts", "plasters")
    )
    assert first != second


def test_on_narrow_glass_they_take_turns_too() -> None:
    feet = {texts(furniture("7").boxes(number, 2, ()))[-1] for number in (1, 2)}
    assert len(feet) == 2


def test_a_foot_that_does_not_fit_one_line_takes_more_and_the_columns_give_way() -> None:
    short, long = (
        furnish(
            replace(set_up(), phrases=replace(words, texts={**words.texts, "not_checked": sentence})),
            section(),
        )
        for words, sentence in ((phrases(), "Ask."), (phrases(), "Please ask somebody. " * 20))
    )
    assert len(long.feet[0].lines) > len(short.feet[0].lines)
    assert long.frame.column.height < short.frame.column.height
    assert long.feet[0].rect.y >= long.frame.column.bottom


def lines_of(box: Box) -> list[str]:
    return [placed.line.text for placed in box.lines]


def test_each_sentence_of_a_foot_begins_its_own_line_where_that_costs_none() -> None:
    two = lines_of(furniture("24").feet[0])
    assert two[-1] == "Information only. Ask your care team before any change."
    assert "".join(two) == furniture("24").feet[0].text

    def foot(checked: str) -> list[str]:
        made = set_up()
        words = replace(made.phrases, texts={**made.phrases.texts, "not_checked": checked})
        return lines_of(furnish(replace(made, phrases=words), section()).feet[0])

    assert len(foot("Ask.")) == 1


def test_a_foot_says_that_a_review_is_overdue() -> None:
    made = set_up()
    late = furnish(replace(made, review_due=True), section()).feet[0].text
    day = made.phrases.date(made.manifest.next_review)
    assert day in late
    assert day not in furnish(made, section()).feet[0].text


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("layout", Layout)
def test_there_is_room_under_the_foot(name: str, layout: Layout) -> None:
    made = furniture(name, layout)
    for box in made.feet:
        assert made.frame.page.bottom - box.rect.bottom >= 0.249 * made.frame.small_px


def test_a_long_title_takes_more_lines_and_the_columns_give_way() -> None:
    short, long = furniture(), furniture(title="A very long title of a section " * 6)
    assert len(long.title[0].lines) > 1
    assert long.frame.column.y > short.frame.column.y


def test_a_section_without_a_title_begins_at_the_top() -> None:
    made = furniture(title="")
    assert made.title == ()
    assert made.frame.column.y < furniture().frame.column.y
    assert len(made.boxes(1, 1, ())) == 1


def test_title_and_number_make_way_where_hardly_a_line_would_fit() -> None:
    assert furniture("7", scale=2.0).title == ()
    assert furniture("7", scale=1.0).title != ()


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_rail_and_columns_stand_where_lines_begin(direction: str) -> None:
    made = furniture(direction=direction)
    rail, page = made.rail(), made.frame.page
    assert rail.fill is Ink.ACCENT
    assert (rail.rect.x == page.x) is (direction == "ltr")
    assert (rail.rect.right == page.right) is (direction == "rtl")
    assert made.frame.side is not None
    assert (made.frame.column.x < made.frame.side.x) is (direction == "ltr")
    _, number, foot, sources = made.boxes(1, 2, ("s1",))
    assert (number.rect.x > page.x + page.width / 2) is (direction == "ltr")
    assert (sources.rect.x > foot.rect.x) is (direction == "ltr")


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("layout", Layout)
def test_furniture_stands_outside_the_columns_and_within_the_page(name: str, layout: Layout) -> None:
    made = furniture(name, layout)
    for box in made.boxes(1, 9, ("s1", "s2")):
        assert not box.rect.overlaps(made.frame.column)
        assert made.frame.side is None or not box.rect.overlaps(made.frame.side)
        assert box.rect.bottom <= made.frame.page.bottom


@pytest.mark.parametrize(
    "manifest, language, words",
    [
        (SIGNED, "en", "Checked by B. Example, February 1, 2026."),
        (
            replace(SIGNED, reviewers=SIGNED.reviewers[:1]),
            "en",
            "Checked by A. Example, MD, January 5, 2026.",
        ),
        (replace(SIGNED, reviewed=None), "en", NOT_CHECKED),
        (replace(SIGNED, reviewers=SIGNED.reviewers[2:]), "en", NOT_CHECKED),
        (replace(SIGNED, translations={"es": Translation("es")}), "es", "Translation not reviewed."),
    ],
)
def test_the_foot_says_how_far_the_pack_was_checked(manifest: Manifest, language: str, words: str) -> None:
    assert words in checked_words(manifest, phrases(), language)


def test_a_reviewed_translation_says_nothing_more() -> None:
    manifest = replace(SIGNED, translations={"es": Translation("es", reviewed=True, reviewer="T. Example")})
    assert checked_words(manifest, phrases(), "es") == checked_words(SIGNED, phrases(), "en")


@pytest.mark.parametrize("layout", Layout)
def test_a_section_that_lacks_a_translation_says_so_on_every_page(layout: Layout) -> None:
    asked = replace(set_up(screen("24"), layout), language="es", name_of=lambda code: {"en": "English"}[code])
    of_the_pack = replace(asked, manifest=replace(MANIFEST, sections=(Flags("cuts"),)))
    made = furnish(of_the_pack, section(title="Cuts", section_id="cuts"))
    for number in (1, 2):
        foot = next(
            box for box in made.boxes(number, 2, ()) if "Information" in box.text or "check" in box.text
        )
        assert foot.text.startswith("This topic is only here in English. ")


@pytest.mark.parametrize("language, section_id", [("en", "cuts"), ("", "cuts"), ("es", ".clinic")])
def test_a_section_in_the_language_asked_for_or_of_the_program_says_nothing(
    language: str, section_id: str
) -> None:
    asked = replace(set_up(screen("24")), language=language)
    of_the_pack = replace(asked, manifest=replace(MANIFEST, sections=(Flags("cuts"),)))
    made = furnish(of_the_pack, section(title="Cuts", section_id=section_id))
    assert "only here" not in " ".join(texts(made.boxes(1, 1, ())))


def test_the_page_number_ends_the_title_s_line_where_the_program_speaks_another_direction() -> None:
    made = furnish(set_up(screen("24")), section(title="\u0645\u0627\u0621", language="ar"))
    title, number, foot, sources = made.boxes(1, 2, ("s2",))
    assert number.rect.right < title.rect.x
    assert foot.rect.right < sources.rect.x


def test_only_a_pack_with_sources_is_said_to_be_written_from_studies() -> None:
    own_words = replace(MANIFEST, sources=())
    assert (
        checked_words(own_words, phrases(), "en") == "A clinician here has not checked this yet. Please ask."
    )
    assert checked_words(MANIFEST, phrases(), "en").startswith("Written from published studies.")


SEEN = "Others can see this screen. “Finished” clears it."


@pytest.mark.parametrize("name", SCREENS)
def test_a_private_page_says_that_others_can_see_it(name: str) -> None:
    made = furnish(set_up(screen(name, private=True)), section())
    feet = [foot.text for foot in made.feet]
    assert any(foot.startswith(SEEN) for foot in feet)
    assert all(foot.startswith(SEEN) for foot in feet) or name in SMALL
    assert any("Information only." in foot for foot in feet)
    assert any(NOT_CHECKED in foot for foot in feet)
    assert not any(SEEN in foot.text for foot in furnish(set_up(screen(name)), section()).feet)


def test_the_wall_is_for_everybody_and_says_nothing_of_privacy() -> None:
    made = furnish(set_up(screen(private=True), Layout.WALL), section())
    assert not any(SEEN in foot.text for foot in made.feet)

"""Moodle's grading worksheet: grades and comments of those who were graded, and nothing else changes.

The fixture is made after what writes and reads the file:
https://github.com/moodle/moodle/blob/main/mod/assign/gradingtable.php
https://github.com/moodle/moodle/blob/main/mod/assign/feedback/offline/importgradeslib.php
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from made_records import mistake, not_graded, record

from grader.errors import UsageError
from grader.render import moodle

WORKSHEET = (Path(__file__).parent / "fixtures/moodle.csv").read_text(encoding="utf-8")


def rows(text: str) -> dict[str, dict[str, str]]:
    """The rows by identifier, as any reader of CSV finds them."""
    found = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return {row["Identifier"]: row for row in found}


def test_a_grade_goes_into_its_cell_scaled_to_the_maximum_with_a_comment() -> None:
    ada = record("Ada Lovelace", 7.25, identity={"moodle_id": "4101"}, mistakes=(mistake("The gradients add up"),))
    filled = moodle.render(WORKSHEET, [ada])
    row = rows(filled.text)["Participant 4101"]
    assert row["Grade"] == "72.5"
    assert row["Feedback comments"] == (
        "Graded automatically. Zero the gradients: 7.25 / 10, 1 of 2 cases passed. The gradients add up (line 12)."
    )
    assert (filled.cells, filled.notes) == (1, ("Grade has exercise_03", "scaled from 10 to 100 points"))
    assert filled.without == ("Grace Hopper", "Emmy Noether", "Jo Smith", "Jo Smith")
    before, after = WORKSHEET.splitlines(), filled.text.splitlines()
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, False, True, True, True, True]


@pytest.mark.parametrize("content", [WORKSHEET, "\ufeff" + WORKSHEET.replace("\n", "\r\n")])
def test_where_nobody_is_found_the_file_stays_the_same_to_the_byte_and_has_no_new_row(content) -> None:
    filled = moodle.render(content, [record("nobody"), not_graded("Ada Lovelace")])
    assert (filled.text, filled.cells, filled.unknown) == (content, 0, ("nobody",))


@pytest.mark.parametrize(
    ("student", "identity"),
    [
        ("a", {"moodle_id": "4101", "name": "Somebody Else"}),
        ("Ada Lovelace", {}),
        ("a", {"moodle_id": "17", "name": "Ada Lovelace"}),  # the number of another assignment
        ("ada@example.edu", {}),
        ("a", {"email": "Ada@Example.edu"}),
        ("a", {"sid": "S1815"}),
    ],
)
def test_a_student_is_found_by_number_account_or_name(student, identity) -> None:
    filled = moodle.render(WORKSHEET, [record(student, identity=identity)])
    assert rows(filled.text)["Participant 4101"]["Grade"] == "70"


def test_a_grade_that_cannot_be_changed_is_left_and_told() -> None:
    filled = moodle.render(WORKSHEET, [record("Emmy Noether")])
    assert (filled.text, filled.left) == (WORKSHEET, ("Emmy Noether: the grade is locked in Moodle",))


def test_a_comment_that_a_person_wrote_stays_and_an_earlier_one_of_ours_is_replaced() -> None:
    filled = moodle.render(WORKSHEET, [record("Grace Hopper"), record("jo2@example.edu")])
    found = rows(filled.text)
    assert found["Participant 4102"]["Feedback comments"] == "Nicely done, in person"
    assert found["Participant 4105"]["Feedback comments"].startswith("Graded automatically. Zero the gradients: 7 / 10")
    assert (found["Participant 4102"]["Grade"], found["Participant 4105"]["Grade"]) == ("70", "70")


def test_two_people_of_one_name_are_left_and_told() -> None:
    filled = moodle.render(WORKSHEET, [record("Jo Smith")])
    assert (filled.text, filled.unclear) == (WORKSHEET, ("Jo Smith",))


def test_a_worksheet_without_names_or_comments_is_filled_by_number() -> None:
    header = "Identifier,Status,Grade,Maximum Grade,Grade can be changed,Last modified (grade)\n"
    content = f"{header}Participant 9,,,10.00,Yes,-\n"
    filled = moodle.render(content, [record("Participant_9", identity={"moodle_id": "9"})])
    assert filled.text == content.replace("9,,,10.00", "9,,7,10.00")


def test_several_exercises_make_one_grade() -> None:
    filled = moodle.render(WORKSHEET, [record("Ada Lovelace", 6.0), record("Ada Lovelace", 3.0, "exercise_01")])
    row = rows(filled.text)["Participant 4101"]
    assert row["Grade"] == "45"
    assert row["Feedback comments"].count("<br />") == 1


def test_a_comment_is_html_in_moodle_and_nothing_of_it_is_markup_or_a_formula() -> None:
    hostile = mistake('=HYPERLINK("x") <script>alert(1)</script>\n;@SUM(A1)', None)
    comment = rows(moodle.render(WORKSHEET, [record("Ada Lovelace", mistakes=(hostile,))]).text)["Participant 4101"]
    told = comment["Feedback comments"]
    assert "<script" not in told
    assert "&lt;script&gt;" in told
    assert told.startswith("Graded automatically.")
    assert ";'@SUM" in told


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "no grading worksheet of Moodle's in English"),
        (WORKSHEET.replace("Identifier", "Identifiant"), "Set your language in Moodle to English"),
        (WORKSHEET.replace("Maximum grade", "Scale"), "graded by words, not by points"),
        (WORKSHEET + '"', "does not close"),
    ],
)
def test_what_is_no_worksheet_or_has_no_points_is_a_wrong_call(content, message) -> None:
    with pytest.raises(UsageError, match=message):
        moodle.render(content, [record("Ada Lovelace")])

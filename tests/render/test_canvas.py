"""Canvas's gradebook: the scores of those who were graded go into their cells, and nothing else changes.

The fixture is made after what writes and reads the file:
https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_exporter.rb
https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from made_records import not_graded, record

from grader.errors import UsageError
from grader.render import canvas

GRADEBOOK = (Path(__file__).parent / "fixtures/canvas.csv").read_text(encoding="utf-8")
THREE, ONE = "Exercise 03: zero the gradients (5501)", "Compute gradients (5502)"


def cell(text: str, student_id: str, header: str) -> str:
    """A student's cell, by id, as any reader of CSV finds it."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";" if ";" in text else ","))
    row = next(row for row in rows if row[1] == student_id)
    return row[rows[0].index(header)]


def changed(text: str, was: str = GRADEBOOK) -> list[str]:
    """The lines that are not as they were."""
    before, after = was.splitlines(), text.splitlines()
    assert len(before) == len(after)
    return [new for old, new in zip(before, after, strict=True) if old != new]


def test_a_score_goes_into_its_cell_scaled_to_the_points_possible() -> None:
    filled = canvas.render(
        GRADEBOOK, [record("lovelaceada", 7.25, identity={"canvas_id": "901", "name": "lovelaceada"})]
    )
    assert changed(filled.text) == [
        '"Lovelace, Ada",901,S1815,ada@example.edu,CS 1,"likes ""engines""",14.5,7.00,4.50,80.00,80.00,80.00'
    ]
    assert filled.cells == 1
    assert filled.notes == (f"{THREE} has exercise_03, scaled from 10 to 20 points",)
    assert (filled.unknown, filled.unclear, filled.left) == ((), (), ())
    assert filled.without[:3] == ("Hopper, Grace", "Noether, Emmy", "Kovalevskaya, Sofya")
    assert filled.without[3:] == ("Smith, Jo", "Smith, Jo", '="=HYPERLINK(1)"', "Student, Test")


def test_scores_have_at_most_two_decimals() -> None:
    filled = canvas.render(GRADEBOOK, [record("ghopper", 10 / 3, "exercise_01")])
    assert cell(filled.text, "902", ONE) == "3.33"


@pytest.mark.parametrize(
    "content",
    [
        GRADEBOOK,
        "\ufeff" + GRADEBOOK,
        GRADEBOOK.replace("\n", "\r\n"),
        GRADEBOOK.replace(",", ";"),
        GRADEBOOK.removesuffix("\n"),
    ],
    ids=["plain", "with a mark", "CR LF", "semicolons", "no last end of line"],
)
def test_where_nobody_is_found_the_file_stays_the_same_to_the_byte(content) -> None:
    filled = canvas.render(content, [record("nobody"), not_graded("lovelaceada", identity={"canvas_id": "901"})])
    assert filled.text == content
    assert (filled.cells, filled.unknown) == (0, ("nobody",))


@pytest.mark.parametrize("was", [GRADEBOOK, "\ufeff" + GRADEBOOK.replace("\n", "\r\n"), GRADEBOOK.replace(",", ";")])
def test_only_the_cell_changes_in_any_form_of_the_file(was) -> None:
    filled = canvas.render(was, [record("ghopper", 9.5)])
    assert len(changed(filled.text, was)) == 1
    assert cell(filled.text, "902", THREE) == "19"
    assert filled.text == was.replace("CS 1 and CS 2,,3.00", "CS 1 and CS 2,,19").replace("CS 2;;3.00", "CS 2;;19")
    assert "1 of the scores replace another that was there" in filled.notes


@pytest.mark.parametrize(
    ("student", "identity"),
    [
        ("a", {"canvas_id": "901"}),
        ("ADA@example.edu", {}),
        ("a", {"email": "ada@example.edu"}),
        ("a", {"sid": "s1815"}),
        ("Ada Lovelace", {}),
        ("a", {"name": "Lovelace, Ada"}),
        ("lovelaceada_17", {"name": "lovelaceada"}),
    ],
)
def test_a_student_is_found_by_id_login_or_name(student, identity) -> None:
    filled = canvas.render(GRADEBOOK, [record(student, identity=identity)])
    assert cell(filled.text, "901", THREE) == "14"


def test_an_id_that_is_not_there_is_not_made_up_for_by_a_name() -> None:
    filled = canvas.render(GRADEBOOK, [record("ada", identity={"canvas_id": "77", "name": "lovelaceada"})])
    assert (filled.text, filled.unknown) == (GRADEBOOK, ("ada",))


def test_a_name_of_two_people_is_left_and_told() -> None:
    filled = canvas.render(GRADEBOOK, [record("Jo Smith"), record("jsmith2", 1.0)])
    assert filled.unclear == ("Jo Smith",)
    assert (cell(filled.text, "905", THREE), cell(filled.text, "906", THREE)) == ("", "2")


def test_who_is_excused_or_has_nothing_to_hand_in_is_left_and_told() -> None:
    filled = canvas.render(GRADEBOOK, [record("enoether"), record("skov")])
    assert filled.text == GRADEBOOK
    assert filled.left == (f"enoether, {THREE}: excused (EX)", f"skov, {THREE}: not assigned (N/A)")


def test_what_was_not_graded_leaves_the_score_that_was_there() -> None:
    filled = canvas.render(GRADEBOOK, [not_graded("ghopper"), record("ghopper", 8.0, "exercise_01")])
    assert (cell(filled.text, "902", THREE), cell(filled.text, "902", ONE)) == ("3.00", "8")


def test_an_equal_score_stays_as_it_is_written() -> None:
    filled = canvas.render(GRADEBOOK, [record("ada@example.edu", 7.0, "exercise_01")])
    assert (filled.text, filled.cells) == (GRADEBOOK, 1)


def test_several_exercises_in_one_column_are_added_up_and_one_that_is_missing_counts_nothing() -> None:
    columns = {"exercise_01": "Essay", "exercise_03": "essay (5503)"}
    results = [
        record("ada@example.edu", 10.0, "exercise_01"),
        record("ada@example.edu", 6.0),
        record("ghopper", 10.0),
        record("jsmith1", 10.0, "exercise_01"),
        not_graded("jsmith1"),
    ]
    filled = canvas.render(GRADEBOOK, results, columns)
    assert [cell(filled.text, each, "Essay (5503)") for each in ("901", "902", "905")] == ["4", "2.5", ""]
    assert "Essay (5503) has exercise_01 + exercise_03, scaled from 20 to 5 points" in filled.notes


def test_an_exercise_without_a_column_is_told_and_the_others_are_filled() -> None:
    filled = canvas.render(GRADEBOOK, [record("ghopper"), record("ghopper", exercise="exercise_04")])
    assert "exercise_04 has no column in the gradebook" in filled.notes
    assert cell(filled.text, "902", THREE) == "14"


def test_points_are_not_scaled_where_the_gradebook_has_none() -> None:
    filled = canvas.render(GRADEBOOK.replace("20.00,10.00", ",10.00"), [record("ghopper", 6.5)])
    assert cell(filled.text, "902", THREE) == "6.5"


def test_first_and_last_names_may_be_columns_of_their_own() -> None:
    content = (
        "LastName,FirstName,ID,SIS Login ID,Section,Exercise 3 (1)\n    Points Possible,,,,,10\nLovelace,Ada,901,a,1,\n"
    )
    filled = canvas.render(content, [record("Ada Lovelace", 7.5)])
    assert filled.text.endswith("Lovelace,Ada,901,a,1,7.5\n")


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"exercise_03": "Final Score"}, r"'Final Score' of the gradebook is not to be changed \(read only\)"),
        ({"exercise_03": "SIS Login ID"}, "is not to be changed"),
        ({"exercise_03": "Nothing (1)"}, r"no column 'Nothing \(1\)'; it has 'Exercise 03: .*', 'Compute"),
    ],
)
def test_a_column_that_is_not_there_or_not_to_be_changed_is_a_wrong_call(columns, message) -> None:
    with pytest.raises(UsageError, match=message):
        canvas.render(GRADEBOOK, [record("ghopper")], columns)


def test_a_gradebook_with_no_column_for_any_exercise_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match=r'no column for exercise_04: --column "EXERCISE=HEADER" says which'):
        canvas.render(GRADEBOOK, [record("ghopper", exercise="exercise_04")])


def test_two_columns_that_an_exercise_may_be_are_asked_about() -> None:
    content = GRADEBOOK.replace("Essay (5503)", "exercise_3 again (5503)")
    with pytest.raises(UsageError, match=r"exercise_03 may be 'Exercise 03.*', 'exercise_3 again"):
        canvas.render(content, [record("ghopper")])
    assert canvas.render(content, [record("ghopper")], {"exercise_03": "exercise_3 again"}).cells == 1


@pytest.mark.parametrize(
    "content", ["", "a,b\n1,2\n", "Student,ID,Section,Exercise 3 (1)\nAda,1,1,\n", "\x00\x01", "Student;ID"]
)
def test_what_is_no_gradebook_of_canvas_is_a_wrong_call(content) -> None:
    with pytest.raises(UsageError, match="no gradebook that Canvas exported"):
        canvas.render(content, [record("ghopper")])

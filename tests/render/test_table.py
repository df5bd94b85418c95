"""The table: a row a result or a row a student, with no cell that is not what it says."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st
from made_records import mistake, not_graded, record

from grader.render import table

TEXT = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["=cmd|' /C calc'!A0", "@x", "\t-1", "a;=b", '"']
)


def read(parts) -> list[dict[str, str]]:
    """The rows as any reader of CSV finds them."""
    text = "".join(parts)
    assert text.startswith("\ufeff")
    assert text.count("\n") == text.count("\r\n")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_row_has_what_is_known_of_a_result() -> None:
    ada = record(
        "Ada", 7.25, late=True, place="class.zip: ada.py", mistakes=(mistake("Adds up"),), identity={"email": "a@b.c"}
    )
    assert read(table.render([ada])) == [
        {
            "student": "Ada", "exercise": "exercise_03", "title": "Zero the gradients", "status": "graded",
            "score": "7.25", "max_score": "10", "cases_passed": "1", "cases": "2", "late": "yes",
            "mistakes": "a_mistake", "reason": "", "file": "exercise_03.py", "place": "class.zip: ada.py",
            "name": "", "email": "a@b.c", "sid": "", "canvas_id": "", "moodle_id": "", "github": "",
        }
    ]  # fmt: skip


def test_what_was_not_graded_has_a_row_and_no_score() -> None:
    row = read(table.render([not_graded("Ada")]))[0]
    assert (row["status"], row["score"], row["cases_passed"], row["reason"]) == (
        "not graded",
        "",
        "",
        "no memory was left",
    )


def test_the_wide_table_has_a_row_a_student_and_no_total_where_something_is_missing_through_our_fault() -> None:
    results = [
        record("Ada", 7.25, "exercise_01"),
        record("Ada", 8.5, identity={"name": "Ada Lovelace"}),
        record("Eve", 3.0, "exercise_01"),
        record("Mal", 3.0, "exercise_01"),
        not_graded("Mal"),
    ]
    rows = read(table.render_wide(results, ["exercise_01", "exercise_03"]))
    told = [
        [row[key] for key in ("student", "name", "exercise_01", "exercise_03", "total", "not_graded")] for row in rows
    ]
    assert told == [
        ["Ada", "Ada Lovelace", "7.25", "8.5", "15.75", ""],
        ["Eve", "", "3", "", "3", ""],
        ["Mal", "", "3", "", "", "exercise_03"],
    ]


@given(student=TEXT, file=TEXT, title=TEXT, reason=TEXT, name=TEXT)
def test_no_text_is_a_formula_or_breaks_a_row(student, file, title, reason, name) -> None:
    result = record(student, file=file, title=title, reason=reason, mistakes=(mistake(title),), identity={"name": name})
    for parts in (table.render([result, result]), table.render_wide([result], ["exercise_03"])):
        for row in read(parts):
            assert None not in row
            assert None not in row.values()
            for value in row.values():
                assert not value.lstrip().startswith(("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t"))

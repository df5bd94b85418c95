"""Results as a table for a spreadsheet or a program: a row a student and exercise, or a row a student.

UTF-8 with a byte order mark, without which Excel reads names in another encoding; commas, and CR LF, as
https://www.rfc-editor.org/rfc/rfc4180 has it. Python reads it as "utf-8-sig". The points of what was not graded are an
empty cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from grader.record import Record
from grader.render import cells

_MARK = "\ufeff"
_IDENTITY = ("name", "email", "sid", "canvas_id", "moodle_id", "github")
_HEADER = (
    "student",
    "exercise",
    "title",
    "status",
    "score",
    "max_score",
    "cases_passed",
    "cases",
    "late",
    "mistakes",
    "reason",
    "file",
    "place",
    *_IDENTITY,
)


def render(records: Iterable[Record]) -> Iterator[str]:
    """The lines of a table with a row a student and exercise."""
    yield _MARK + cells.row(_HEADER)
    for record in records:
        graded = record.status == "graded"
        passed = sum(case.status == "passed" for case in record.cases)
        yield cells.row(
            (
                cells.text(record.student),
                cells.text(record.exercise),
                cells.text(record.title),
                record.status,
                cells.number(record.score) if graded else "",
                cells.number(record.max_score),
                str(passed) if graded else "",
                str(len(record.cases)),
                "yes" if record.late else "no",
                cells.text("; ".join(each.mistake for each in record.mistakes)),
                cells.text(record.reason),
                cells.text(record.file),
                cells.text(record.place),
                *_identity(record),
            )
        )


def render_wide(records: Iterable[Record], exercises: Sequence[str]) -> Iterator[str]:
    """The lines of a table with a row a student and a column each of these exercises. `records` come by student.

    A cell is empty where nothing was handed in, or it was not graded; where something was not graded, so is the total.
    """
    yield _MARK + cells.row(("student", *_IDENTITY, *map(cells.text, exercises), "total", "not_graded"))
    for student, group in groupby(records, key=attrgetter("student")):
        by_exercise = {record.exercise: record for record in group}
        missing = [record.exercise for record in by_exercise.values() if record.status != "graded"]
        scores = [
            cells.number(by_exercise[exercise].score) if exercise in by_exercise and exercise not in missing else ""
            for exercise in exercises
        ]
        total = sum(by_exercise[exercise].score for exercise in exercises if exercise in by_exercise)
        yield cells.row(
            (
                cells.text(student),
                *_identity(*by_exercise.values()),
                *scores,
                "" if missing else cells.number(total),
                cells.text("; ".join(missing)),
            )
        )


def _identity(*records: Record) -> Iterator[str]:
    for key in _IDENTITY:
        yield cells.text(next((record.identity[key] for record in records if key in record.identity), ""))

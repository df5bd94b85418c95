"""Records and reports by hand, for the tests of exports."""

from __future__ import annotations

from typing import Any

from grader.record import CaseRecord, MistakeRecord, Record, record_of
from grader.report import CaseReport, Report

TITLES = {"exercise_01": "Compute gradients", "exercise_03": "Zero the gradients"}


def record(student: str, score: float = 7.0, exercise: str = "exercise_03", **fields: Any) -> Record:
    """A result of ten points; `identity` is what a platform says of the student."""
    defaults: dict[str, Any] = {
        "title": TITLES.get(exercise, "An exercise"),
        "file": f"{exercise}.py",
        "status": "graded",
        "max_score": 10.0,
        "cases": (
            CaseRecord(name="first", status="passed", points=score, max_points=7.0),
            CaseRecord(name="second", status="failed", points=0.0, max_points=3.0),
        ),
    }
    return Record(student=student, exercise=exercise, score=score, **{**defaults, **fields})


def not_graded(student: str, exercise: str = "exercise_03", **fields: Any) -> Record:
    """A result that is none."""
    return record(student, 0.0, exercise, status="not graded", reason="no memory was left", **fields)


def mistake(title: str, line: int | None = 12) -> MistakeRecord:
    """A diagnosis."""
    return MistakeRecord(mistake="a_mistake", title=title, certainty="same behaviour", line=line)


def report(student: str = "ada", exercise: str = "exercise_03", score: float = 4.0, **fields: Any) -> Report:
    """A report of ten points with three cases."""
    defaults: dict[str, Any] = {
        "title": TITLES.get(exercise, "An exercise"),
        "file": f"{exercise}.py",
        "status": "graded",
        "max_score": 10.0,
        "cases": (
            CaseReport(name="first", status="passed", points=score, max_points=4.0, seconds=0.25),
            CaseReport(
                name="second",
                status="failed",
                points=0.0,
                max_points=3.0,
                message="2 differ",
                feedback="They must not.",
            ),
            CaseReport(name="third", status="skipped", points=0.0, max_points=3.0, message="second did not pass"),
        ),
        "isolation": 3,
        "seed": 7,
        "versions": {"grader": "1"},
    }
    return Report(student=student, exercise=exercise, score=score, **{**defaults, **fields})


def records(*reports: Report) -> list[Record]:
    """Their records."""
    return [record_of(each, "") for each in reports]

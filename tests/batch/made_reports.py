"""Reports by hand."""

from __future__ import annotations

from typing import Any

from grader.report import CaseReport, Report


def report(student: str, exercise: str = "exercise_03", score: float = 7.0, **fields: Any) -> Report:
    """A report of ten points."""
    cases = (
        CaseReport(name="first", status="passed", points=score, max_points=7.0),
        CaseReport(name="second", status="failed", points=0.0, max_points=3.0, message="2 differ"),
    )
    defaults = {"title": "Zero the gradients", "file": f"{exercise}.py", "status": "graded", "cases": cases}
    defaults |= {"isolation": 3, "seed": 7, "versions": {"grader": "1"}, "max_score": 10.0}
    return Report(student=student, exercise=exercise, score=score, **(defaults | fields))


def unlucky(student: str, exercise: str = "exercise_03") -> Report:
    """A report that is none."""
    return report(student, exercise, 0.0, status="not graded", reason="no memory was left", cases=())

"""The words and numbers of a report, said the same way by every renderer."""

from __future__ import annotations

from grader.render.plain import one_line
from grader.report import CaseStatus, Diagnosis, Evidence, Report

MARKS: dict[CaseStatus, str] = {
    "passed": "✓",
    "failed": "✗",
    "error": "!",
    "timeout": "⏱",
    "skipped": "\N{EN DASH}",
}

STATUSES: dict[CaseStatus, str] = {
    "passed": "passed",
    "failed": "failed",
    "error": "stopped by an error",
    "timeout": "out of time",
    "skipped": "skipped",
}

CERTAINTIES = {
    "same behaviour": "Your code behaves exactly as this mistake does.",
    "same error": "Your code stops with this very error.",
    "found in the code": "Found by reading your code.",
}

NOT_GRADED = "This is the grader's fault, not yours. It costs you no points."

_LEVELS = {0: "none", 1: "limited", 2: "guarded", 3: "strict"}


def number(points: float) -> str:
    """Points without needless zeros: 7, 2.5, 3.333."""
    rounded = round(points, 3) + 0.0  # adding zero makes -0.0 a plain 0
    return f"{rounded:.3f}".rstrip("0").rstrip(".")


def score(points: float, max_points: float) -> str:
    """`7 / 10`."""
    return f"{number(points)} / {number(max_points)}"


def isolation(level: int) -> str:
    """`3 (strict)`."""
    return f"{level} ({_LEVELS[level]})" if level in _LEVELS else str(level)


def summary(report: Report) -> str:
    """The result in a few words: `Full marks`, `2 of 5 cases passed`."""
    if report.status == "not graded":
        return "Not graded"
    if report.full_marks:
        return "Full marks"
    if not report.cases:
        return "No case could be tried"
    passed = sum(case.status == "passed" for case in report.cases)
    return f"{passed} of {len(report.cases)} case{'s' * (len(report.cases) != 1)} passed"


def place(report: Report, diagnosis: Diagnosis) -> str:
    """Where the mistake is: `exercise_03.py:12`, or `notebook.ipynb, cell 3, line 2`; empty where that is not known."""
    file = one_line(report.file)
    if diagnosis.cell is not None:
        line = f", line {diagnosis.line}" if diagnosis.line is not None else ""
        return f"{file}, cell {diagnosis.cell}{line}"
    return f"{file}:{diagnosis.line}" if diagnosis.line is not None else ""


def finding(evidence: Evidence) -> str:
    """What was found, beginning with the name of the thing observed."""
    if not evidence.message or evidence.message.startswith(evidence.name):
        return evidence.message or evidence.name
    return f"{evidence.name}: {evidence.message}"

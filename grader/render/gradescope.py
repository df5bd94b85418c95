"""A report as Gradescope's results.json.

https://gradescope-autograders.readthedocs.io/en/latest/specs/, "Output format"

Every format is `text`, which renders nothing: what a student wrote stays text. A result that was not graded has no form
there but a missing file, which Gradescope shows as a failure of the autograder, for an instructor to run again.
https://gradescope-autograders.readthedocs.io/en/latest/troubleshooting/
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from grader.errors import NotGraded
from grader.render import wording
from grader.render.cells import number
from grader.render.plain import one_line, plain, plain_report
from grader.report import CaseReport, Diagnosis, Report


def render(report: Report) -> str:
    """The results as JSON text. Raises NotGraded for a report that says so: it has no score."""
    if report.status != "graded":
        raise NotGraded(report.reason or "the submission was not graded")
    shown = plain_report(report)
    return _json(
        {
            "score": exact(shown.score),
            "execution_time": exact(sum(case.seconds for case in shown.cases)),
            "output": "\n\n".join(_output(shown)),
            "output_format": "text",
            "test_output_format": "text",
            "test_name_format": "text",
            "visibility": "visible",
            "stdout_visibility": "hidden",
            "tests": [_test(case) for case in shown.cases],
        }
    )


def render_missing(exercise: str) -> str:
    """The results of a submission that holds no file for the exercise: no points, and what was expected."""
    told = f"There is no {exercise}.py or {exercise}.ipynb in this submission. Submit it under that name."
    return _json({"score": 0, "output": told, "output_format": "text", "visibility": "visible", "tests": []})


def exact(value: float) -> float:
    """A number as JSON has it: 7 rather than 7.0, and no more than six decimals."""
    told = number(value)
    return float(told) if "." in told else int(told)


def _output(report: Report) -> Iterator[str]:
    yield f"{report.title}: {wording.score(report.score, report.max_score)}. {wording.summary(report)}."
    if report.reason:
        yield report.reason
    for diagnosis in report.diagnosis:
        yield "\n".join(filter(None, _diagnosis(report, diagnosis)))


def _diagnosis(report: Report, diagnosis: Diagnosis) -> Iterator[str]:
    place = wording.place(report, diagnosis)
    yield f"{one_line(diagnosis.title)}{f' ({place})' if place else ''}"
    yield wording.CERTAINTIES[diagnosis.certainty]
    yield diagnosis.text.strip()


def _test(case: CaseReport) -> dict[str, Any]:
    told = [case.message, case.feedback if case.status != "passed" else ""]
    return {
        "name": one_line(case.name),
        "score": exact(case.points),
        "max_score": exact(case.max_points),
        "status": "passed" if case.status == "passed" else "failed",
        "output": "\n".join(plain(text) for text in told if text),
    }


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n"

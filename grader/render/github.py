"""A report for GitHub: the result that GitHub Classroom's reporter reads, and annotations on the student's lines.

The result is the base64 of a JSON object with `version`, `status`, `max_score` and `tests`, each with `name`, `status`
(`pass`, `fail`, `error`), `score`, `message`, `test_code`, `filename`, `line_no`, `duration`. Classroom gets the sum of
the tests' scores.
https://github.com/github-education-resources/autograding-grading-reporter/blob/main/src/notify-classroom.js
https://github.com/classroom-resources/autograding-python-grader/blob/main/runner/__init__.py

Annotations are workflow commands, which GitHub reads from what a step prints:
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
The runner obeys any line that begins with `::`, and in an older form `##[` anywhere in one. The reporter prints names
and messages, so neither holds an end of line or that form: no student commands the runner.
https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from typing import Any

from grader.errors import NotGraded
from grader.render import wording
from grader.render.gradescope import exact
from grader.render.plain import one_line, plain
from grader.report import CaseReport, CaseStatus, Diagnosis, Report

_MOST_ANNOTATIONS = 10  # of one kind and step are shown
_STATUSES: dict[CaseStatus, str] = {"passed": "pass", "error": "error"}


def render(report: Report) -> str:
    """The result for GitHub Classroom, in one line. Raises NotGraded for a report that says so: it has no score."""
    if report.status != "graded":
        raise NotGraded(report.reason or "the submission was not graded")
    result = {
        "version": 1,
        "status": "pass" if report.full_marks else "fail",
        "max_score": exact(report.max_score),
        "tests": [_test(report, case) for case in report.cases],
    }
    return base64.b64encode(json.dumps(result, allow_nan=False).encode()).decode() + "\n"


def annotate(report: Report) -> str:
    """A workflow command a line for each diagnosis, at its line of the file; of a notebook, which has no lines, without
    one. Where the file could not be read, for the reason.
    """
    commands = [_annotation(report, each) for each in report.diagnosis]
    if not commands and report.reason:
        commands = [_command(report, _line_in(report), wording.summary(report), report.reason)]
    return "".join(commands[:_MOST_ANNOTATIONS])


def _test(report: Report, case: CaseReport) -> dict[str, Any]:
    message = case.message or (report.reason if case.status == "skipped" else "")
    return {
        "name": _safe(case.name),
        "status": _STATUSES.get(case.status, "fail"),
        "score": exact(case.points),
        "message": "" if case.status == "passed" else _safe(" ".join(filter(None, (message, case.feedback)))),
        "test_code": "",
        "filename": _safe(report.file),
        "line_no": 0,
        "duration": exact(case.seconds),
    }


def _annotation(report: Report, diagnosis: Diagnosis) -> str:
    if diagnosis.cell is not None:
        place = wording.place(report, diagnosis)
        return _command(report, None, f"{diagnosis.title} ({place})", diagnosis.text)
    return _command(report, diagnosis.line, diagnosis.title, diagnosis.text)


def _command(report: Report, line: int | None, title: str, message: str) -> str:
    properties = ",".join(_properties(report, line, title))
    return f"::error {properties}::{_escaped(_older(plain(message)).strip())}\n"


def _properties(report: Report, line: int | None, title: str) -> Iterator[str]:
    yield f"file={_escaped_property(_safe(report.file))}"
    if line is not None:
        yield f"line={line}"
    yield f"title={_escaped_property(_safe(title))}"


def _line_in(report: Report) -> int | None:
    """The line that a reason names: "exercise_03.py:9: SyntaxError: ..."."""
    found = re.match(rf"{re.escape(report.file)}:([0-9]+)", report.reason)
    return int(found[1]) if found else None


def _safe(text: str) -> str:
    """On one line, and no command in the older form; behind other words, no command at all."""
    return _older(one_line(text))


def _older(text: str) -> str:
    return text.replace("##[", "## [")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")

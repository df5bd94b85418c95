"""A report as JSON."""

from __future__ import annotations

from grader.render import json
from grader.report import Report


def test_json_is_read_back_as_the_same_report(report: Report) -> None:
    assert Report.from_json(json.render(report)) == report

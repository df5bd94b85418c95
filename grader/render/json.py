"""A report as JSON, for other programs: the form that `Report.from_json` reads."""

from __future__ import annotations

from grader.report import Report


def render(report: Report) -> str:
    """The report as JSON text, indented, ending in a newline."""
    return report.to_json()

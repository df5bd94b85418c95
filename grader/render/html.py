"""A report as a page to keep, print or hand in: one HTML file that opens anywhere, offline, without a script.

Foreign text is made plain first, and escaped by the template. The page's own policy then forbids everything but the
one style sheet inside it, so that even markup that got through could load and run nothing.
"""

from __future__ import annotations

import math
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from grader.render import wording
from grader.render.listing import anchor, listing
from grader.render.markdown import line_to_html, to_html
from grader.render.plain import plain_report
from grader.report import CaseStatus, Report

_METER_WIDTH, _METER_GAP = 1000.0, 6.0


@dataclass(frozen=True)
class Segment:
    """One case in the meter: where it is, as wide as it is worth, and how much of that was earned."""

    x: float
    width: float
    earned: float
    status: CaseStatus


def render(report: Report) -> str:
    """The report as an HTML document, which encodes as UTF-8 whatever the student wrote."""
    report = plain_report(report)
    parts = listing(report)
    style = _style()
    template = _templates().get_template("report.html.j2")
    return template.render(
        report=report,
        parts=parts,
        anchors={line.anchor for part in parts for line in part.lines},
        meter=meter(report),
        style=Markup(style),  # noqa: S704  # the project's own style sheet
        policy=policy(style),
    )


def policy(style: str) -> str:
    """The Content-Security-Policy of a page with this text in its style element."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def meter(report: Report) -> tuple[Segment, ...]:
    """A segment for each case that is worth points; one for the whole where no case could be tried."""
    worth: list[tuple[float, float, CaseStatus]] = [
        (case.points, case.max_points, case.status) for case in report.cases if case.max_points
    ]
    if not worth and report.max_score:
        worth = [(report.score, report.max_score, "failed")]
    total = sum(max_points for _, max_points, _ in worth)
    if report.status == "not graded" or not 0 < total < math.inf:
        return ()
    room = _METER_WIDTH - _METER_GAP * (len(worth) - 1)
    segments, x = [], 0.0
    for points, max_points, status in worth:
        width = max(room, 0.0) * (max_points / total)
        segments.append(Segment(x, width, width * min(max(points / max_points, 0.0), 1.0), status))
        x += width + _METER_GAP
    return tuple(segments)


def _style() -> str:
    return _templates().get_template("report.css").render().strip()


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("grader.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["markdown"] = lambda text: Markup(to_html(text))  # noqa: S704  # made with HTML off: text in it is escaped
    environment.filters["title"] = lambda text: Markup(line_to_html(text))  # noqa: S704  # as above
    environment.filters["number"] = wording.number
    environment.globals.update(wording=wording, anchor=anchor)
    return environment

"""A report as a page to keep, print or hand in: one HTML file that opens anywhere, offline, without a script.

Foreign text is made plain first, and escaped by the template. The page's own policy then forbids everything but the
one style sheet inside it, so that even markup that got through could load and run nothing.
"""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from grader.render import wording
from grader.render.listing import anchor, listing
from grader.render.markdown import line_to_html, to_html
from grader.render.plain import plain_report
from grader.report import CaseStatus, Evidence, Report, Shown

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
    style, kept_to = _style()
    template = templates().get_template("report.html.j2")
    return template.render(
        report=report,
        parts=parts,
        anchors={line.anchor for part in parts for line in part.lines},
        meter=meter(report),
        style=style,
        policy=kept_to,
    )


def policy(style: str, script: str = "") -> str:
    """The Content-Security-Policy of a page with this text in its style element, and this in its script, if it has one.

    Scripts may not make markup of text either: https://www.w3.org/TR/trusted-types/.
    """
    allowed = f"; script-src {_hash(script)}; require-trusted-types-for 'script'" if script else ""
    return f"default-src 'none'; style-src {_hash(style)}{allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


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


def _sides(evidence: Evidence) -> tuple[tuple[str, str, Markup, Shown], ...]:
    """Title, class and the sign of a cell that differs, for each of the two values."""
    return (
        ("Expected", "expected", Markup(), evidence.expected),
        ("Found", "found", Markup('<span class="sign">≠</span>'), evidence.found),
    )


def _marked_rows(
    rows: tuple[tuple[str, ...], ...], differs: tuple[tuple[int, int], ...]
) -> Iterator[tuple[int, list[tuple[str, bool]]]]:
    """Each row's number and its cells, each with whether it is one of those that differ."""
    marked = frozenset(differs)
    for number, row in enumerate(rows):
        yield number, [(cell, (number, column) in marked) for column, cell in enumerate(row)]


@cache
def _style() -> tuple[Markup, str]:
    """The style sheet, and the policy that allows it."""
    style = templates().get_template("report.css").render().strip()
    return Markup(style), policy(style)  # noqa: S704  # the project's own style sheet


@cache
def templates() -> Environment:
    """What the pages are drawn with: everything is escaped that is not marked as HTML."""
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
    environment.filters["sides"] = _sides
    environment.filters["marked_rows"] = _marked_rows
    environment.globals.update(wording=wording, anchor=anchor)
    return environment

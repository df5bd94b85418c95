"""The class report as a page: one HTML file that opens anywhere, offline.

It can be read and printed without a script. The script that is in it draws the heat map, of which only the rows in view
exist, and sorts, filters and searches. It gets its data as JSON in a block that no browser runs, and makes text of it,
never markup; the page's policy holds it to that.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup

from grader.class_report import CaseFigures, ClassReport, Cluster, ExerciseFigures, NotTaken, Result, StudentTotal
from grader.render import wording
from grader.render.html import policy, templates
from grader.render.listing import painted
from grader.render.markdown import spans
from grader.render.plain import one_line, plain_model

_PAGE = re.compile(r"students/[a-z0-9._-]+/[a-z0-9_]+\.html")  # what `record.page_of` gives; no other link is drawn
_BETWEEN = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_MOST_CLUSTERS, _MOST_APART = 100, 500
_LEAST_DESCRIBED = 4  # students, for a sentence on the half of them
_FEW_APART = 8  # more are folded
_FEW_EXERCISES = 3  # whose cases are unfolded
_UNFOLDED = 12  # mistakes, and groups of unknown behaviour
_MANY_NAMES = 40  # more are left out on paper

# The charts, in their own units
_WIDTH, _HEIGHT, _FOOT, _HEAD = 560.0, 170.0, 24.0, 20.0
_PLOT, _LOWEST = 320.0, -0.2


@dataclass(frozen=True)
class Bin:
    """A column of the histogram: where it is, how many it stands for, and what they have in common."""

    x: float
    y: float
    width: float
    height: float
    count: int
    label: str
    said: str


@dataclass(frozen=True)
class Dot:
    """An exercise in the plot of difficulty and discrimination, from the left and from the top, and its label."""

    x: float
    y: float
    label: str
    label_x: float
    label_y: float
    said: str


@dataclass(frozen=True)
class Group:
    """Students that a button of the page shows, by their number in the table."""

    label: str
    who: tuple[int, ...]


def render(report: ClassReport) -> str:
    """The class report as an HTML document, which encodes as UTF-8 whatever students wrote."""
    report = plain_model(report)
    style, script, kept_to = _fixed()
    return (
        templates()
        .get_template("class.html.j2")
        .render(
            report=report,
            style=style,
            script=script,
            policy=kept_to,
            facts=facts(report),
            bins=histogram(report.distribution),
            dots=dots(report.exercises),
            plot=_PLOT,
            from_top=from_top,
            pages=_pages(report),
            clusters=report.clusters[:_MOST_CLUSTERS],
            most_apart=_MOST_APART,
            rest=in_short(report.left_over[_MOST_APART:]),
            least_described=_LEAST_DESCRIBED,
            few_apart=_FEW_APART,
            few_exercises=_FEW_EXERCISES,
            unfolded=_UNFOLDED,
            many_names=_MANY_NAMES,
            rows=[_row(student) for student in report.students],
            data=in_script(_data(report)),
            adopt=lambda cluster: adopt_command(report, cluster),
            painted=painted,
            percent=percent,
            hardest=hardest,
        )
    )


def adopt_command(report: ClassReport, cluster: Cluster) -> str:
    """What turns a cluster into a known mistake."""
    return f"grade adopt {shlex.quote(report.folder or 'DIR')} {shlex.quote(cluster.behaviour)} --name NAME"


def in_short(left_over: Iterable[NotTaken]) -> str:
    """All of a long list of files: the name of each on a line of its own, below its folder and the reason."""
    groups: dict[tuple[str, str], list[str]] = {}
    for each in left_over:
        folder, slash, name = one_line(each.place).rpartition("/")
        groups.setdefault((folder + slash, one_line(each.reason)), []).append(name)
    lines: list[str] = []
    for (folder, reason), names in groups.items():
        lines += [f"{folder or 'Files'} ({len(names):,}): {reason}", *(f"    {name}" for name in names)]
    return "\n".join(lines)


def hardest(exercise: ExerciseFigures) -> CaseFigures | None:
    """The case that fewest passed; None where all passed all."""
    missed = [case for case in exercise.cases if case.pass_rate is not None and case.pass_rate < 1]
    return min(missed, key=lambda case: case.pass_rate or 0.0, default=None)


def percent(share: float | None) -> str:
    """`71 %`. No share is whole that only rounds to it."""
    if share is None:
        return "\N{EN DASH}"
    rounded = round(100 * share)
    if rounded in {0, 100} and share not in {0.0, 1.0}:
        return "> 99\N{NO-BREAK SPACE}%" if rounded else "< 1\N{NO-BREAK SPACE}%"
    return f"{rounded}\N{NO-BREAK SPACE}%"


def in_script(data: object) -> Markup:
    """Data as JSON for a script element: it can neither end the element nor begin a comment in it.

    https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escape in _BETWEEN.items():
        text = text.replace(character, escape)
    return Markup(text)  # noqa: S704  # nothing is left in it that HTML would read


def facts(report: ClassReport) -> list[tuple[str, str]]:
    """What the class's results rest on, and how many there are."""
    results = [result for student in report.students for result in student.results if result]
    versions = report.run.get("versions")
    isolation, seed = report.run.get("isolation"), report.run.get("seed")
    found = [
        ("Students", f"{len(report.students):,}"),
        ("Exercises", f"{len(report.exercises):,}"),
        ("Submissions", f"{len(results):,}"),
        ("Late", f"{sum(result.late for result in results):,}"),
        ("Not graded", f"{len(report.not_graded):,}"),
    ]
    if isinstance(isolation, int):
        found.append(("Isolation", wording.isolation(isolation)))
    if seed is not None:
        found.append(("Seed", str(seed)))
    found += [(name, str(version)) for name, version in versions.items()] if isinstance(versions, dict) else []
    return found


# Charts


def histogram(counts: Sequence[int]) -> tuple[Bin, ...]:
    """A column for each tenth of the points, and one for full marks."""
    most, width = max([*counts, 1]), _WIDTH / max(len(counts), 1)
    columns = []
    for number, count in enumerate(counts):
        height = count / most * (_HEIGHT - _FOOT - _HEAD)
        low, high = 10 * number, 10 * number + 10
        last = number == len(counts) - 1
        columns.append(
            Bin(
                x=number * width + 2,
                y=_HEIGHT - _FOOT - height,
                width=width - 4,
                height=height,
                count=count,
                label="full" if last else f"{low}\N{EN DASH}{high}",
                said="full marks" if last else f"from {low} to below {high} %",
            )
        )
    return tuple(columns)


def dots(exercises: Iterable[ExerciseFigures]) -> tuple[Dot, ...]:
    """The exercises of which both figures are known, in a square: easy on the right, telling at the top."""
    known = [
        (each.difficulty * _PLOT, from_top(each.discrimination), each)
        for each in exercises
        if each.difficulty is not None and each.discrimination is not None
    ]
    taken = [(x, y) for x, y, _ in known]
    drawn = []
    for x, y, each in known:
        label_x, label_y = _free_place(x, y, taken)
        taken.append((label_x, label_y))
        said = f"{each.exercise}: difficulty {each.difficulty:.2f}, discrimination {each.discrimination:.2f}"
        drawn.append(Dot(x, y, _number_of(each.exercise), label_x, label_y, said))
    return tuple(drawn)


def _free_place(x: float, y: float, taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Beside a dot, where its label is farthest from other dots and labels; to the right where that is far enough."""

    def room(place: tuple[float, float]) -> float:
        return min(
            (max(abs(place[0] - a), abs(place[1] - b) * 1.5) for a, b in taken if (a, b) != (x, y)), default=99.0
        )

    places = [(x + dx, y + dy) for dx, dy in ((14, 0), (-14, 0), (0, -12), (0, 13))]
    return max(places, key=lambda place: min(room(place), 16.0))


def from_top(discrimination: float) -> float:
    """Where a discrimination lies in the plot; what is below its foot is drawn there."""
    return _PLOT * (1 - (max(discrimination, _LOWEST) - _LOWEST) / (1 - _LOWEST))


def _number_of(exercise: str) -> str:
    return exercise.removeprefix("exercise_")


# Students


def _pages(report: ClassReport) -> dict[tuple[str, str], str]:
    """By student and exercise, where their page is."""
    return {
        (student.student, exercise.exercise): result.page
        for student in report.students
        for exercise, result in zip(report.exercises, student.results, strict=True)
        if result and _PAGE.fullmatch(result.page)
    }


def _row(student: StudentTotal) -> tuple[StudentTotal, list[tuple[str, str]]]:
    """A student and, for each exercise, what a cell without colours says, and the page that it leads to."""
    return student, [
        (_cell(result), result.page if result and _PAGE.fullmatch(result.page) else "") for result in student.results
    ]


def _cell(result: Result | None) -> str:
    if result is None:
        return "\N{EN DASH}"
    said = wording.number(result.score) if result.status == "graded" else "n.g."
    return f"{said}\N{NO-BREAK SPACE}L" if result.late else said


def groups(report: ClassReport) -> tuple[Group, ...]:
    """Those who made each mistake, then those in each cluster, in the order of the page."""
    numbers = {student.student: number for number, student in enumerate(report.students)}
    made = [
        Group(f"{each.exercise}: {_untitled(each.title)}", _numbers(numbers, (seen.student for seen in each.sightings)))
        for each in report.mistakes
    ]
    alike = [
        Group(f"{each.exercise}: unknown behaviour {each.behaviour}", _numbers(numbers, each.students))
        for each in report.clusters[:_MOST_CLUSTERS]
    ]
    return (*made, *alike)


def _numbers(numbers: dict[str, int], students: Iterable[str]) -> tuple[int, ...]:
    return tuple(numbers[student] for student in students if student in numbers)


def _untitled(title: str) -> str:
    """A title without its Markdown."""
    return one_line("".join(text for text, _ in spans(title)))


def _data(report: ClassReport) -> dict[str, Any]:
    """What the script draws from, as short as it can be: see the top of class.js."""
    return {
        "exercises": [
            {
                "id": each.exercise,
                "short": _number_of(each.exercise),
                "title": each.title,
                "max": wording.number(each.max_score),
                "cases": [case.name for case in each.cases],
            }
            for each in report.exercises
        ],
        "students": [
            [each.student, each.name, wording.number(each.score), wording.number(each.max_score), _results(each)]
            for each in report.students
        ],
        "groups": [[each.label, each.who] for each in groups(report)],
    }


def _results(student: StudentTotal) -> list[list[Any] | int]:
    return [
        [
            float(wording.number(result.score)) if result.status == "graded" else None,
            result.marks,
            int(result.late),
            result.page if _PAGE.fullmatch(result.page) else "",
        ]
        if result
        else 0
        for result in student.results
    ]


@cache
def _fixed() -> tuple[Markup, Markup, str]:
    """The style sheet (a student's page's, and what is added), the script, and the policy that allows both."""
    names = ("report.css", "class.css", "class.js")
    report_css, class_css, script = (templates().get_template(name).render().strip() for name in names)
    style = f"{report_css}\n\n{class_css}"
    return Markup(style), Markup(script), policy(style, script)  # noqa: S704  # the project's own

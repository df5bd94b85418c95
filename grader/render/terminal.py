"""A report for a student at a terminal, 40 columns wide or 200: the score, each case, the mistake, what to do next.

Everything that a report holds goes in as `rich.text.Text` or as parsed Markdown, never as rich markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.markdown import Markdown
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from grader.render import wording
from grader.render.comparison import comparison
from grader.render.markdown import parse, spans
from grader.render.plain import one_line, plain_report
from grader.report import CaseReport, CaseStatus, Diagnosis, Evidence, Report

_NARROWEST, _WIDEST = 24, 100  # beyond 100 columns the eye loses the way from a case to its points
_INDENT = 2
_MOST_EVIDENCE = 3
_MOST_LINES, _LONGEST_LINE = 10, 400  # of printed output

_STYLES: dict[CaseStatus, str] = {
    "passed": "green",
    "failed": "bold red",
    "error": "bold red",
    "timeout": "bold yellow",
    "skipped": "dim",
}
_THEME = Theme({"markdown.code": "bold cyan", "markdown.block_quote": "dim"})


def render(report: Report, *, width: int, color: bool) -> str:
    """The report as text of at most `width` columns, ending in a newline; without `color`, without any escape code."""
    page = StringIO()
    console = _console(page, max(_NARROWEST, min(width, _WIDEST)), color)
    for number, section in enumerate(_sections(plain_report(report), console.width)):
        if number:
            console.print()
        console.print(section)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().split("\n")[:-1])


def _console(page: StringIO, width: int, color: bool) -> Console:
    """A console that is the same on every machine: nothing is taken from the environment."""
    return Console(
        file=page,
        width=width,
        height=100,
        force_terminal=color,
        force_jupyter=False,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        theme=_THEME,
    )


def _sections(report: Report, width: int) -> Iterator[RenderableType]:
    """The parts of the page, which a blank line separates."""
    yield _header(report)
    if report.status == "not graded" or report.reason:
        yield _reason(report)
    if report.cases:
        yield Group(*(_case(case, width) for case in report.cases))
    for diagnosis in report.diagnosis:
        yield _diagnosis(report, diagnosis)
    if report.output.strip():
        yield _printed(report.output)
    yield _footer(report)
    if report.full_marks:
        yield Text("✓ Full marks.", "bold green")


def _header(report: Report) -> RenderableType:
    graded = report.status == "graded"
    points = wording.score(report.score, report.max_score) if graded else "not graded"
    who = " · ".join(filter(None, map(one_line, (report.exercise, report.file, report.student))))
    title = Text(one_line(report.title), "bold")
    return Group(_ends(title, Text(points, "bold")), Text(who, "dim", overflow="fold"), Rule(style="dim"))


def _ends(left: RenderableType, right: Text) -> Table:
    """One line (or more, where `left` wraps) with `right` at its right end."""
    line = Table.grid(padding=(0, 1), expand=True)
    line.add_column(ratio=1, overflow="fold")
    line.add_column(justify="right", no_wrap=True)
    line.add_row(left, right)
    return line


def _reason(report: Report) -> RenderableType:
    if report.status == "graded":
        return Group(Text("No case could be tried.", "bold red"), Text(report.reason, overflow="fold"))
    lines = [Text("Not graded.", "bold yellow"), Text(report.reason), Text(wording.NOT_GRADED)]
    return Group(*(line for line in lines if line.plain))


def _case(case: CaseReport, width: int) -> RenderableType:
    style = _STYLES[case.status]
    name = Table.grid(padding=(0, 1))
    name.add_row(Text(wording.MARKS[case.status], style), Text(one_line(case.name), "dim" * (case.status == "skipped")))
    line = _ends(name, Text(wording.score(case.points, case.max_points), style))
    if case.status == "passed":
        return line
    return Group(line, Padding(Group(*_explanation(case, width - 2 * _INDENT)), (0, 0, 0, 2 * _INDENT)))


def _explanation(case: CaseReport, width: int) -> Iterator[RenderableType]:
    """What goes below a case that did not pass."""
    if case.status == "skipped":
        yield Text(case.message or "skipped", "dim", overflow="fold")
        return
    yield Text(case.message or wording.STATUSES[case.status], overflow="fold")
    if case.feedback:
        yield Text(case.feedback, "italic", overflow="fold")
    for evidence in case.evidence[:_MOST_EVIDENCE]:
        yield from _evidence(case, evidence, width)
    if len(case.evidence) > _MOST_EVIDENCE:
        yield Text(f"and {len(case.evidence) - _MOST_EVIDENCE} more that differ", "dim")


def _evidence(case: CaseReport, evidence: Evidence, width: int) -> Iterator[RenderableType]:
    """The two values, under their name where the case's message does not give it away."""
    tables = bool(evidence.expected.rows or evidence.found.rows)
    if evidence.message not in case.message:
        yield Text(wording.finding(evidence), overflow="fold")
    elif tables and len(case.evidence) > 1:
        yield Text(evidence.name, overflow="fold")
    if tables:
        yield Padding(comparison(evidence, width - _INDENT), (0, 0, 0, _INDENT))


def _diagnosis(report: Report, diagnosis: Diagnosis) -> RenderableType:
    parts: list[RenderableType] = [_title(diagnosis.title)]
    parts.append(Text(wording.CERTAINTIES[diagnosis.certainty], "dim"))
    where = wording.place(report, diagnosis)
    if where or diagnosis.source:
        parts.append(Padding(_quote(where, diagnosis), (1, 0, 0, 0)))
    if diagnosis.text.strip():
        parts.append(Padding(_markdown(diagnosis.text), (1, 0, 0, 0)))
    return Panel(Group(*parts), title="Diagnosis", title_align="left", border_style="yellow", padding=(0, 1))


def _title(title: str) -> Text:
    """A title with its code in the colour of code."""
    text = Text(style="bold", overflow="fold")
    for piece, is_code in spans(title):
        text.append(piece, "cyan" if is_code else "")
    return text


def _quote(where: str, diagnosis: Diagnosis) -> RenderableType:
    """The student's line below its place."""
    place = Text(where, "cyan", overflow="fold")
    if not diagnosis.source:
        return place
    line = Table.grid(padding=(0, 1))
    number = "" if diagnosis.line is None else str(diagnosis.line)
    line.add_row(Text(number, "dim"), Text("│", "dim"), Text(diagnosis.source.strip(), "bold", overflow="fold"))
    return Group(place, line) if where else line


def _markdown(text: str) -> Markdown:
    document = Markdown("", code_theme="ansi_dark", hyperlinks=False)
    document.parsed = parse(text)
    return document


def _printed(output: str) -> RenderableType:
    lines = output.rstrip().split("\n")
    shown = [line if len(line) <= _LONGEST_LINE else line[:_LONGEST_LINE] + "…" for line in lines[:_MOST_LINES]]
    parts: list[RenderableType] = [Text("Your code printed", "bold")]
    parts += [Padding(Text(line, overflow="fold"), (0, 0, 0, _INDENT)) for line in shown]
    more = len(lines) - len(shown)
    if more:
        parts.append(Padding(Text(f"… and {more} more line{'s' * (more > 1)}", "dim"), (0, 0, 0, _INDENT)))
    return Group(*parts)


def _footer(report: Report) -> RenderableType:
    """The next step, then what the verdict rests on and how to get it again."""
    lines = []
    if report.hints and not report.full_marks and report.status == "graded":
        lines.append(Text.assemble("For a hint: ", (f"grade hint {one_line(report.exercise)}", "bold")))
    lines.append(Text(f"Isolation {wording.isolation(report.isolation)}, seed {report.seed}", "dim"))
    if report.command:
        lines.append(Text.assemble(("Again: ", "dim"), one_line(report.command), overflow="fold"))
    return Group(*lines)

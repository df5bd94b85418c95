"""The student's source for a page: lines in colour, numbered as the student knows them, each with its diagnoses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup, escape
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from grader.report import Cell, Diagnosis, Report

# Beyond these, and with spaces before newlines, the time that Pygments takes grows with the square of the size.
_MOST_CHARACTERS, _LONGEST_LINE = 100_000, 500


@dataclass(frozen=True)
class Line:
    """A line of code as HTML. `anchor` is its id in the page; `notes` are the diagnoses that point at it."""

    number: int
    anchor: str
    code: Markup
    notes: tuple[Diagnosis, ...]


@dataclass(frozen=True)
class Part:
    """A file's lines, or those of one cell of a notebook."""

    cell: int | None
    lines: tuple[Line, ...]


def listing(report: Report) -> tuple[Part, ...]:
    """The parts of a plain report's source, in order; none where there is no source."""
    if not report.source.strip():
        return ()
    lines = painted(report.source)
    return tuple(
        Part(cell, tuple(_line(report, cell, number, code) for number, code in enumerate(lines[first:last], start=1)))
        for cell, first, last in _spans(report.cells, len(lines))
    )


def anchor(cell: int | None, line: int | None) -> str:
    """The id of a line in the page: `line-12`, or `cell-3-line-2`."""
    return f"line-{line}" if cell is None else f"cell-{cell}-line-{line}"


def _line(report: Report, cell: int | None, number: int, code: Markup) -> Line:
    notes = tuple(found for found in report.diagnosis if (found.cell, found.line) == (cell, number))
    return Line(number, anchor(cell, number), code, notes)


def _spans(cells: tuple[Cell, ...], count: int) -> Iterator[tuple[int | None, int, int]]:
    """The cell, the first line and the line after the last, from 0, of each part."""
    if not cells:
        yield None, 0, count
        return
    ordered = sorted(cells, key=lambda cell: cell.first_line)
    starts = [0, *(max(cell.first_line - 1, 0) for cell in ordered[1:])]
    for cell, first, last in zip(ordered, starts, [*starts[1:], count], strict=True):
        yield cell.number, first, last


def painted(source: str) -> list[Markup]:
    """Each line as HTML, in colour where that is affordable."""
    lines = [line.rstrip() for line in source.rstrip().split("\n")]
    if len(source) <= _MOST_CHARACTERS and max(map(len, lines)) <= _LONGEST_LINE:
        html = highlight("\n".join(lines), _lexer(), _formatter())
        painted = html.removesuffix("\n").split("\n")
        if len(painted) == len(lines):
            return [Markup(line) for line in painted]  # noqa: S704  # Pygments escapes what it paints
    return [escape(line) for line in lines]


@cache
def _lexer() -> PythonLexer:
    return PythonLexer(stripnl=False)


@cache
def _formatter() -> HtmlFormatter[str]:
    """Making one takes longer than painting a page with it."""
    return HtmlFormatter(nowrap=True)

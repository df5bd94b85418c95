"""Expected and found on a terminal: beside each other, or one above the other, or only what differs.

Whichever fits comes first in that order. A found cell that differs has a `≠` before it, with or without colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from grader.render.plain import one_line
from grader.report import Evidence, Shown

_GAP = 4
_MOST_ROWS = 12
_MOST_DIFFERENCES = 6
_DIM, _GOOD, _BAD = "dim", "green", "bold red"


@dataclass(frozen=True)
class _Block:
    """Lines of one width, ready to be put beside others."""

    lines: tuple[Text, ...]
    width: int


def comparison(evidence: Evidence, width: int) -> Text:
    """The two values as lines of at most `width` columns (a value without a table may be longer, and wraps)."""
    rows = _rows(evidence.expected), _rows(evidence.found)
    expected = _block("expected", rows[0], evidence.differs, "", _GOOD)
    found = _block("found", rows[1], evidence.differs, "≠", _BAD)
    if max(len(table) for table in rows) <= _MOST_ROWS:
        if expected.width + _GAP + found.width <= width:
            return _beside(expected, found)
        if max(expected.width, found.width) <= width:
            return _lines([*expected.lines, *found.lines])
    if evidence.differs:
        return _differences(evidence)
    return _texts(evidence)


def _rows(shown: Shown) -> tuple[tuple[str, ...], ...]:
    rows = shown.rows or ((shown.text,),)
    return tuple(tuple(one_line(cell) for cell in row) for row in rows)


def _block(
    title: str, rows: Iterable[Iterable[str]], marked: Iterable[tuple[int, int]], mark: str, style: str
) -> _Block:
    """A title and a table below it."""
    chosen = frozenset(marked)
    table = [
        [Text(mark + cell, style) if (r, c) in chosen else Text(cell) for c, cell in enumerate(row)]
        for r, row in enumerate(rows)
    ]
    lines = _aligned(table)
    return _Block((Text(title, _DIM), *lines), max(cell_len(title), *(line.cell_len for line in lines)))


def _aligned(table: Sequence[Sequence[Text]]) -> list[Text]:
    """A line for each row, its columns aligned to the right."""
    columns = max(len(row) for row in table)
    widths = [max((row[c].cell_len for row in table if c < len(row)), default=0) for c in range(columns)]
    return [Text("  ").join(_to_right(cell, widths[c]) for c, cell in enumerate(row)) for row in table]


def _to_right(cell: Text, width: int) -> Text:
    padded = cell.copy()
    padded.pad_left(width - cell.cell_len)
    return padded


def _beside(left: _Block, right: _Block) -> Text:
    lines = []
    for number in range(max(len(left.lines), len(right.lines))):
        first = left.lines[number].copy() if number < len(left.lines) else Text()
        if number < len(right.lines):
            first.append(" " * (left.width + _GAP - first.cell_len)).append_text(right.lines[number])
        lines.append(first)
    return _lines(lines)


def _differences(evidence: Evidence) -> Text:
    """The first few cells that differ, a line each."""
    shown = evidence.differs[:_MOST_DIFFERENCES]
    expected, found = _rows(evidence.expected), _rows(evidence.found)
    table = [[Text(), Text("expected", _DIM), Text("found", _DIM)]]
    for row, column in shown:
        where = f"[{column}]" if len(expected) == 1 else f"[{row}, {column}]"
        right, wrong = _cell(expected, row, column), _cell(found, row, column)
        table.append([Text(where, _DIM), Text(right, _GOOD), Text(f"≠{wrong}", _BAD)])
    more = len(evidence.differs) - len(shown)
    return _lines(_aligned(table) + [Text(f"and {more} more", _DIM)] * bool(more))


def _cell(rows: tuple[tuple[str, ...], ...], row: int, column: int) -> str:
    return rows[row][column] if 0 <= row < len(rows) and 0 <= column < len(rows[row]) else "nothing"


def _texts(evidence: Evidence) -> Text:
    return Text.assemble(
        ("expected ", _DIM), one_line(evidence.expected.text), ("\nfound    ", _DIM), one_line(evidence.found.text)
    )


def _lines(lines: Iterable[Text]) -> Text:
    return Text("\n").join(lines)

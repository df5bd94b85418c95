"""Observed values as a report shows them: one line of text, and for small ones a table of cells."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from grader.comparison import Mismatch, array_of
from grader.observation import Array, Flag, Mapping, Nothing, Number, Sequence, Tensor, Text, Value
from grader.phrases import in_words, number_text
from grader.report import Evidence, Shown

TABLE_CELLS = 144
TABLE_COLUMNS = 12


def evidence(mismatch: Mismatch) -> Evidence:
    """A mismatch for the report, with the differing cells where both values have tables of one shape."""
    expected, found = shown(mismatch.expected), shown(mismatch.found)
    if type(mismatch.expected) is not type(mismatch.found):  # equal cells would say nothing of what is wrong
        expected, found = Shown(text=expected.text), Shown(text=found.text)
    alike = bool(expected.rows) and [len(row) for row in expected.rows] == [len(row) for row in found.rows]
    columns = len(expected.rows[0]) if expected.rows else 1
    cells = tuple(divmod(index, columns) for index in mismatch.differs) if alike else ()
    return Evidence(name=mismatch.name, message=mismatch.message, expected=expected, found=found, differs=cells)


def shown(value: Value | None) -> Shown:
    """A value, or the absence of one."""
    match value:
        case None:
            return Shown(text="nothing was observed")
        case Tensor() | Array():
            return Shown(text=in_words(value), rows=_rows(value))
        case Sequence(items) if items and all(isinstance(item, Number | Flag | Nothing) for item in items):
            return Shown(text=in_words(value), rows=_row_of([_atom(item) for item in items]))
        case Sequence(items) if 0 < len(items) <= TABLE_COLUMNS:
            return Shown(text=f"{in_words(value)}: {'; '.join(in_words(item) for item in items)}")
        case Mapping(items) if 0 < len(items) <= TABLE_COLUMNS:
            pairs = "; ".join(f"{_atom(key)}: {in_words(item)}" for key, item in items)
            return Shown(text=f"{in_words(value)}: {pairs}")
        case _:
            return Shown(text=in_words(value))


def _atom(value: Value) -> str:
    match value:
        case Number(number):
            return number_text(number)
        case Flag(flag):
            return str(flag)
        case Text(text):
            return text[:80]
        case _:
            return in_words(value)


def _row_of(cells: list[str]) -> tuple[tuple[str, ...], ...]:
    return (tuple(cells),) if len(cells) <= TABLE_COLUMNS else ()


def _rows(value: Tensor | Array) -> tuple[tuple[str, ...], ...]:
    """A scalar is one cell, a vector one row, a matrix its rows; a larger or deeper one has no table."""
    if value.data is None or len(value.shape) > 2 or not 0 < int(np.prod(value.shape)) <= TABLE_CELLS:
        return ()
    table: NDArray[np.generic] = np.atleast_2d(array_of(value))
    if table.shape[1] > TABLE_COLUMNS:
        return ()
    return tuple(tuple(_cell(item) for item in row) for row in table)


def _cell(item: np.generic) -> str:
    plain = item.item()
    return str(plain) if isinstance(plain, bool | int) else number_text(plain)

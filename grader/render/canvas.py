"""Canvas's gradebook with results in it: the file that "Export" of its gradebook gives, for "Import".

A row of headers: `Student`, or `LastName` and `FirstName`; `ID`; `SIS User ID`, `SIS Login ID`, `Integration ID` and
`Root Account` in part; `Section`; the course's own columns; assignments as `{title} ({id})`; totals. Then perhaps a row
with `Manual Posting`; a row that begins with `    Points Possible` and has `(read only)` where nothing is to be
changed; a row each student. `EX` is who was excused, `N/A` who need not hand it in. Commas or semicolons separate.
https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_exporter.rb
https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb

Scores have two decimals there. A student is known by Canvas's id; without one by login or SIS id, then by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from grader.errors import UsageError
from grader.record import Record
from grader.render import cells
from grader.render.gradebook import (
    Filled,
    Keys,
    Person,
    Results,
    amount,
    collect,
    keys,
    match,
    name_keys,
    points,
)
from grader.render.sheet import Sheet

_DECIMALS = 2
_ASSIGNMENT = re.compile(r"(?P<title>.*) \((?P<id>[0-9]+)\)\s*", re.DOTALL)
_POINTS_POSSIBLE = "points possible"
_KEPT = {"ex": "excused", "n/a": "not assigned"}


@dataclass(frozen=True)
class _Column:
    """An assignment's column. `possible` is None where the gradebook does not say; such a column takes any points."""

    index: int
    header: str
    possible: float | None


@dataclass
class _Filling:
    """What happens on the way."""

    cells: int = 0
    replaced: int = 0
    left: tuple[str, ...] = ()


def render(gradebook: str, records: Iterable[Record], columns: Mapping[str, str] | None = None) -> Filled:
    """The gradebook with the scores of those who were graded, everything else as it was. `columns` names the column of
    an exercise where that is not clear; several exercises in one column are added up.

    Raises UsageError where the text is no gradebook of Canvas's, or a column is not there or not to be changed.
    """
    sheet, results = Sheet(gradebook), collect(records)
    heads, first = _heads(sheet)
    chosen, notes = _chosen(sheet, heads, first, results, columns or {})
    rows = {
        index: _row_keys(heads, sheet.row(index)) for index in range(first, len(sheet)) if _is_student(sheet, index)
    }
    matches = match(rows, {person.student: _person_keys(person) for person in results.people})
    filling = _Filling()
    for person in results.people:
        if person.student in matches.rows:
            _fill(sheet, matches.rows[person.student], person, chosen, results, filling)
    if filling.replaced:
        notes.append(f"{filling.replaced} of the scores replace another that was there")
    taken = set(matches.rows.values())
    return Filled(
        text=sheet.text,
        cells=filling.cells,
        notes=tuple(notes),
        unknown=matches.unknown,
        unclear=matches.unclear,
        left=filling.left,
        without=tuple(_name(heads, sheet.row(index)) for index in rows if index not in taken),
    )


def _heads(sheet: Sheet) -> tuple[dict[str, int], int]:
    """The columns of the table by header, and the row of the first student."""
    heads: dict[str, int] = {}
    for index, header in enumerate(sheet.row(0) if len(sheet) else []):
        heads.setdefault(header.strip(), index)
    points_row = next((index for index in range(1, min(4, len(sheet))) if _is_points_row(sheet, index)), None)
    if "ID" not in heads or not {"Student", "LastName"} & set(heads) or points_row is None:
        raise UsageError(
            "this is no gradebook that Canvas exported: a row that begins with Student and ID is expected, and one "
            "that begins with Points Possible"
        )
    return heads, points_row + 1


def _is_points_row(sheet: Sheet, index: int) -> bool:
    return _POINTS_POSSIBLE in sheet.value(index, 0).lower()


def _is_student(sheet: Sheet, index: int) -> bool:
    return any(value.strip() for value in sheet.row(index)[:5])


def _chosen(
    sheet: Sheet, heads: Mapping[str, int], first: int, results: Results, named: Mapping[str, str]
) -> tuple[list[tuple[_Column, list[str]]], list[str]]:
    """The columns to be filled with their exercises, and what is to be told of them."""
    columns = [_Column(index, header, amount(sheet.value(first - 1, index))) for header, index in heads.items()]
    by_column: dict[_Column, list[str]] = {}
    notes = []
    for exercise, title in results.titles.items():
        name = named.get(exercise)
        column = _guessed(columns, exercise, title) if name is None else _named(columns, exercise, name)
        if column is None:
            notes.append(f"{exercise} has no column in the gradebook")
            continue
        _writable(sheet, first, column, exercise)
        by_column.setdefault(column, []).append(exercise)
    if not by_column:
        raise UsageError(
            f"the gradebook has no column for {' or '.join(results.titles) or 'any exercise'}: "
            f'--column "EXERCISE=HEADER" says which; it has {_listed(columns)}'
        )
    for column, exercises in by_column.items():
        total = results.max_score(exercises)
        told = f"{column.header} has {' + '.join(exercises)}"
        if column.possible and column.possible != total:
            told += f", scaled from {cells.number(total)} to {cells.number(column.possible)} points"
        notes.append(told)
    return list(by_column.items()), notes


def _named(columns: list[_Column], exercise: str, name: str) -> _Column:
    """The column that an instructor named, by its header with or without Canvas's number."""
    wanted = name.strip().casefold()
    found = [column for column in columns if column.header.casefold() == wanted]
    found = found or [column for column in columns if _title(column).casefold() == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{exercise}: {_listed(found)} are all called {name!r}; give the number too")
    raise UsageError(f"{exercise}: the gradebook has no column {name!r}; it has {_listed(columns)}")


def _guessed(columns: list[_Column], exercise: str, title: str) -> _Column | None:
    """The assignment whose title has the exercise's id in it, or else its title."""
    assignments = [column for column in columns if _ASSIGNMENT.fullmatch(column.header)]
    number = exercise.removeprefix("exercise_").lstrip("0")
    by_id = re.compile(rf"(?<![a-z])exercise[ _-]?0*{re.escape(number)}(?![0-9])", re.IGNORECASE)
    letters = name_keys(title)
    for found in (
        [column for column in assignments if by_id.search(_title(column))],
        [column for column in assignments if letters & name_keys(_title(column))],
    ):
        if len(found) > 1:
            raise UsageError(f'{exercise} may be {_listed(found)}: --column "{exercise}=HEADER" says which')
        if found:
            return found[0]
    return None


def _writable(sheet: Sheet, first: int, column: _Column, exercise: str) -> None:
    """Raises UsageError for a column that Canvas computes, or that is no assignment's."""
    said = sheet.value(first - 1, column.index).strip()
    if (said and column.possible is None) or not _ASSIGNMENT.fullmatch(column.header):
        raise UsageError(
            f"{exercise}: the column {column.header!r} of the gradebook is not to be changed {said}".strip()
        )


def _fill(
    sheet: Sheet,
    row: int,
    person: Person,
    chosen: list[tuple[_Column, list[str]]],
    results: Results,
    filling: _Filling,
) -> None:
    for column, exercises in chosen:
        scored = points(person, exercises)
        if scored is None:
            continue
        was = sheet.value(row, column.index).strip()
        if was.casefold() in _KEPT:
            filling.left += (f"{person.student}, {column.header}: {_KEPT[was.casefold()]} ({was})",)
            continue
        total = results.max_score(exercises)
        scale = column.possible / total if column.possible and column.possible != total and total else 1.0
        new = cells.number(scored * scale, _DECIMALS)
        filling.cells += 1
        if amount(was) != amount(new):
            filling.replaced += bool(was)
            sheet.change(row, column.index, new)


def _row_keys(heads: Mapping[str, int], row: list[str]) -> Keys:
    logins = (_cell(row, heads, header) for header in ("SIS User ID", "SIS Login ID", "Integration ID"))
    return keys(_cell(row, heads, "ID")), keys(*logins), name_keys(_name(heads, row))


def _person_keys(person: Person) -> Keys:
    """An id of Canvas's decides alone: who is not found by it has left the course."""
    told = person.identity
    if "canvas_id" in told:
        return (keys(told["canvas_id"]),)
    logins = keys(told.get("sid"), told.get("email"), told.get("github"), person.student)
    return frozenset(), logins, name_keys(told.get("name"), person.student)


def _name(heads: Mapping[str, int], row: list[str]) -> str:
    """A student's name, the last name first."""
    parts = (_cell(row, heads, header) for header in ("Student", "LastName", "FirstName"))
    return ", ".join(part.strip() for part in parts if part.strip())


def _cell(row: list[str], heads: Mapping[str, int], header: str) -> str:
    index = heads.get(header)
    return row[index] if index is not None and index < len(row) else ""


def _title(column: _Column) -> str:
    found = _ASSIGNMENT.fullmatch(column.header)
    return found["title"] if found else column.header


def _listed(columns: list[_Column]) -> str:
    assignments = [column for column in columns if _ASSIGNMENT.fullmatch(column.header)]
    return ", ".join(repr(column.header) for column in assignments) or "no assignments"

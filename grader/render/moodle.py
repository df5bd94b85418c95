"""Moodle's grading worksheet with results in it: the file that "Download grading worksheet" of an assignment gives, for
"Upload grading worksheet".

Columns, in English: `Identifier` ("Participant 12345"), `Full name`, `Email address` and other fields of users,
`Status`, `Grade`, `Maximum grade` (or `Scale`), `Grade can be changed`, `Last modified (grade)`, `Feedback comments`.
The headers are words of the language of whoever downloads it, and Moodle looks for the same ones at the upload.
https://github.com/moodle/moodle/blob/main/mod/assign/gradingtable.php
https://github.com/moodle/moodle/blob/main/mod/assign/feedback/offline/importgradeslib.php

A grade above the maximum is dropped by Moodle without a word, so points are scaled to it. Comments are HTML there:
https://github.com/moodle/moodle/blob/main/mod/assign/feedback/comments/locallib.php, `set_editor_text`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from grader.errors import UsageError
from grader.record import Record
from grader.render import cells
from grader.render.gradebook import Filled, Keys, Person, Results, amount, collect, keys, match, name_keys, points
from grader.render.plain import one_line
from grader.render.sheet import Sheet

_DECIMALS = 2
_IDENTIFIER, _NAME, _GRADE, _MAXIMUM = "identifier", "full name", "grade", "maximum grade"
_CHANGEABLE, _COMMENTS = "grade can be changed", "feedback comments"
_ACCOUNT = ("email address", "id number", "username")
_OURS = "Graded automatically. "


def render(worksheet: str, records: Iterable[Record]) -> Filled:
    """The worksheet with the grades of those who were graded, everything else as it was. Several exercises are added
    up. A comment that a person wrote stays.

    Raises UsageError where the text is no worksheet of Moodle's in English, or grades are no points there.
    """
    sheet, results = Sheet(worksheet), collect(records)
    heads = _heads(sheet)
    rows = {index: _row_keys(sheet, heads, index) for index in range(1, len(sheet)) if any(sheet.row(index))}
    matches = match(rows, {person.student: _person_keys(person) for person in results.people})
    left, notes, filled = [], set(), 0
    for person in results.people:
        row = matches.rows.get(person.student)
        scored = points(person, results.titles)
        if row is None or scored is None:
            continue
        if sheet.value(row, heads.get(_CHANGEABLE, len(sheet.row(0)))).strip().lower() == "no":
            left.append(f"{person.student}: the grade is locked in Moodle")
            continue
        notes |= _grade(sheet, heads, row, scored, results)
        _comment(sheet, heads, row, person)
        filled += 1
    taken = set(matches.rows.values())
    return Filled(
        text=sheet.text,
        cells=filled,
        notes=(f"Grade has {' + '.join(results.titles)}", *sorted(notes)),
        unknown=matches.unknown,
        unclear=matches.unclear,
        left=tuple(left),
        without=tuple(_shown(sheet, heads, index) for index in rows if index not in taken),
    )


def _heads(sheet: Sheet) -> dict[str, int]:
    """The columns by header, in lower case."""
    heads: dict[str, int] = {}
    for index, header in enumerate(sheet.row(0) if len(sheet) else []):
        heads.setdefault(header.strip().lower(), index)
    if _IDENTIFIER not in heads or _GRADE not in heads:
        raise UsageError(
            "this is no grading worksheet of Moodle's in English: columns Identifier and Grade are expected. Set your "
            "language in Moodle to English, and download it again"
        )
    if _MAXIMUM not in heads:
        raise UsageError("the worksheet has no column Maximum grade: the assignment is graded by words, not by points")
    return heads


def _grade(sheet: Sheet, heads: Mapping[str, int], row: int, scored: float, results: Results) -> set[str]:
    """Fill in the grade. What is to be told of it."""
    total = results.max_score(results.titles)
    most = amount(sheet.value(row, heads[_MAXIMUM]))
    scaled = bool(most and total) and most != total
    value = scored * most / total if most and scaled else scored
    new = cells.number(value, _DECIMALS)
    if amount(sheet.value(row, heads[_GRADE])) != amount(new):
        sheet.change(row, heads[_GRADE], new)
    return {f"scaled from {cells.number(total)} to {cells.number(most)} points"} if most and scaled else set()


def _comment(sheet: Sheet, heads: Mapping[str, int], row: int, person: Person) -> None:
    """Say what was found, where there is no comment yet, or only an earlier one of ours."""
    column = heads.get(_COMMENTS)
    if column is None:
        return
    was = sheet.value(row, column)
    if not was.strip() or was.startswith(_OURS):
        told = "<br />".join(escape(one_line(result.summary)) for result in person.results.values())
        sheet.change(row, column, cells.text(_OURS + told))


def _row_keys(sheet: Sheet, heads: Mapping[str, int], row: int) -> Keys:
    number = re.search(r"([0-9]+)\s*$", sheet.value(row, heads[_IDENTIFIER]))
    accounts = (sheet.value(row, heads[header]) for header in _ACCOUNT if header in heads)
    name = sheet.value(row, heads[_NAME]) if _NAME in heads else ""
    return keys(number[1] if number else None), keys(*accounts), name_keys(name)


def _person_keys(person: Person) -> Keys:
    told = person.identity
    accounts = keys(told.get("email"), told.get("sid"), person.student)
    return keys(told.get("moodle_id")), accounts, name_keys(told.get("name"), person.student)


def _shown(sheet: Sheet, heads: Mapping[str, int], row: int) -> str:
    """Who a row is about."""
    name = sheet.value(row, heads[_NAME]).strip() if _NAME in heads else ""
    return name or sheet.value(row, heads[_IDENTIFIER]).strip()

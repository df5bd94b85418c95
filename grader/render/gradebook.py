"""A class's results on their way into a gradebook: whose row is whose, and how many points go into a cell.

A result that was not graded is no zero: the cell stays as it was. A student who handed nothing in for one of several
exercises of a column has no points for that one; who handed in nothing has no result.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from grader.record import Record
from grader.render.wording import score

Keys = Sequence[frozenset[str]]
"""What one is known by, the surest first: keys of the first kind, of the second, and so on."""


@dataclass(frozen=True)
class Filled:
    """A gradebook with results in it, and what a person has to know of it.

    `cells` counts the cells that hold a result now. The others name people, each with a reason where it is not that of
    all: `unknown` are not in the gradebook, `unclear` may be several in it, `left` have cells that are not to be
    changed, `without` are in the gradebook and have no result.
    """

    text: str
    cells: int
    notes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass
class Person:
    """A student of the class. `results` are by exercise."""

    student: str
    identity: dict[str, str] = field(default_factory=dict)
    results: dict[str, Result] = field(default_factory=dict)


@dataclass(frozen=True)
class Result:
    """What became of one submission, and that in a few words."""

    graded: bool
    score: float
    max_score: float
    summary: str


@dataclass(frozen=True)
class Matches:
    """Rows by student, and the students for whom there is none, or none for certain."""

    rows: Mapping[str, int]
    unknown: tuple[str, ...]
    unclear: tuple[str, ...]


@dataclass(frozen=True)
class Results:
    """A class's results."""

    people: tuple[Person, ...]
    max_scores: Mapping[str, float]
    titles: Mapping[str, str]

    def max_score(self, exercises: Iterable[str]) -> float:
        """What can be had in these together."""
        return sum(self.max_scores[exercise] for exercise in exercises)


def collect(records: Iterable[Record]) -> Results:
    """The results by student, without what no gradebook needs."""
    people: dict[str, Person] = {}
    max_scores: dict[str, float] = {}
    titles: dict[str, str] = {}
    for record in records:
        person = people.setdefault(record.student, Person(record.student))
        person.identity.update(record.identity)
        person.results[record.exercise] = Result(
            record.status == "graded", record.score, record.max_score, _summary(record)
        )
        max_scores[record.exercise] = max(record.max_score, max_scores.get(record.exercise, 0.0))
        titles[record.exercise] = record.title
    return Results(tuple(people.values()), max_scores, titles)


def points(person: Person, exercises: Iterable[str]) -> float | None:
    """The points of all these together; None where nothing was handed in, or something was not graded."""
    results = [person.results[exercise] for exercise in exercises if exercise in person.results]
    if not results or not all(result.graded for result in results):
        return None
    return sum(result.score for result in results)


def match(rows: Mapping[int, Keys], people: Mapping[str, Keys]) -> Matches:
    """Whose row is whose. The surest key that anything is found by decides. Where it is that of several rows, or
    several students claim one row by keys of one kind, nobody gets it.
    """
    claims: dict[str, tuple[int, int]] = {}
    unknown, unclear = [], []
    index = _index(rows)
    for student, keys in people.items():
        found = _find(index, keys)
        if found is None:
            unknown.append(student)
        elif len(found[1]) > 1:
            unclear.append(student)
        else:
            claims[student] = found[0], min(found[1])
    surest: dict[int, int] = {}
    for kind, row in claims.values():
        surest[row] = min(kind, surest.get(row, kind))
    claimed = Counter(claims.values())
    matched = {}
    for student, (kind, row) in claims.items():
        if kind == surest[row] and claimed[kind, row] == 1:
            matched[student] = row
        else:
            unclear.append(student)
    return Matches(matched, tuple(unknown), tuple(unclear))


def keys(*texts: str | None) -> frozenset[str]:
    """Names of an account: equal but for case and composition."""
    return frozenset(_folded(text) for text in texts if text and text.strip())


def name_keys(*names: str | None) -> frozenset[str]:
    """Names of a person: letters and digits alone, as written and with what is behind a comma in front."""
    written = [name for name in names if name]
    turned = [" ".join(reversed(name.split(",", 1))) for name in written]
    letters = ("".join(filter(str.isalnum, _folded(name))) for name in written + turned)
    return frozenset(name for name in letters if name)


def amount(cell: str) -> float | None:
    """The number in a cell, with a point or a comma before its decimals: 10, 7.50, 1.000,00; None for anything else."""
    if re.fullmatch(r"[0-9]+(?:[.,][0-9]+)*", cell.strip()) is None:
        return None
    *whole, last = re.split(r"[.,]", cell.strip())
    return float(f"{''.join(whole)}.{last}" if whole else last)


def _index(rows: Mapping[int, Keys]) -> dict[tuple[int, str], set[int]]:
    index: dict[tuple[int, str], set[int]] = {}
    for row, kinds in rows.items():
        for kind, those in enumerate(kinds):
            for key in those:
                index.setdefault((kind, key), set()).add(row)
    return index


def _find(index: Mapping[tuple[int, str], set[int]], kinds: Keys) -> tuple[int, set[int]] | None:
    """The first kind of key by which rows are found, and those rows."""
    for kind, those in enumerate(kinds):
        found: set[int] = set().union(*(index.get((kind, key), set()) for key in those))
        if found:
            return kind, found
    return None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text.strip()).casefold())


def _summary(record: Record) -> str:
    """The result in one line, as in "Zero the gradients: 7 / 10, 2 of 4 cases passed. They add up (line 12)."."""
    passed = sum(case.status == "passed" for case in record.cases)
    told = f"{record.title}: {score(record.score, record.max_score)}, {passed} of {len(record.cases)} cases passed."
    if record.reason:
        told += f" {record.reason}"
    for each in record.mistakes:
        told += f" {each.title}{f' (line {each.line})' if each.line is not None else ''}."
    return told

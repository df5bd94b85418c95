"""The figures of a class report, worked out from the records of a batch. Pure functions.

Difficulty and discrimination are those of classical test theory: L. Crocker, J. Algina, *Introduction to Classical and
Modern Test Theory* (1986), chapter 14, item analysis. The **difficulty** of an exercise is the mean share of its points
(the higher, the easier). Its **discrimination** is the corrected item-total correlation: Pearson's correlation of the
share of points in it with the student's mean share in all *other* exercises. "Corrected" means that the exercise is not
part of the total that it is held against; compare
https://easystats.github.io/performance/reference/item_discrimination.html, which calls less than 0.2 poor.
"""

from __future__ import annotations

import math
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from grader.class_report import (
    MARKS,
    NO_MARK,
    Apart,
    CaseFigures,
    ClassMistake,
    ClassReport,
    Cluster,
    ExerciseFigures,
    NotTaken,
    Result,
    Sighting,
    StudentTotal,
    share_of,
)
from grader.record import CaseRecord, Record
from grader.report import CaseStatus

_BINS = 11  # ten tenths, and full marks
_FEWEST = 3  # students, for a correlation
_NO_VARIANCE = 1e-9
_CANDIDATES = 5  # sources of a cluster that are looked at for the shortest
_WITH_SOURCE = 100  # clusters
_SOURCE_CHARACTERS = 6_000

SourceOf = Callable[[str, str], str]


class Place(Protocol):
    """A file that was no submission, and why (`sources.found.LeftOver`)."""

    @property
    def place(self) -> str:
        """Where it is, for a person."""

    @property
    def reason(self) -> str:
        """Why it was not taken."""


def class_report(
    records: Iterable[Record],
    left_over: Sequence[Place],
    problems: Sequence[str],
    run: Mapping[str, Any],
    source_of: SourceOf,
    folder: str = "",
) -> ClassReport:
    """The report on these records. `source_of(student, exercise)` is asked for the code of a few of each cluster."""
    by_exercise = _by_exercise(records)
    students = _students(by_exercise)
    alone, together = _clusters(by_exercise)
    all_records = [record for group in by_exercise.values() for record in group]
    shares = [share for student in students if (share := student.share) is not None]
    by_student = {student.student: [_share(result) for result in student.results] for student in students}
    return ClassReport(
        run=dict(run),
        folder=folder,
        students=students,
        mean=_mean(shares),
        quartiles=quartiles(shares),
        distribution=distribution(shares),
        exercises=tuple(
            _figures(group, len(students), _rest(by_student, index)) for index, group in enumerate(by_exercise.values())
        ),
        mistakes=_mistakes(all_records),
        clusters=tuple(_cluster(group, source_of, number < _WITH_SOURCE) for number, group in enumerate(together)),
        singles=alone,
        not_graded=_apart(record for record in all_records if record.status == "not graded"),
        unreadable=_apart(record for record in all_records if _is_unreadable(record)),
        left_over=tuple(NotTaken(place=each.place, reason=each.reason) for each in left_over),
        problems=tuple(problems),
    )


def is_unknown(record: Record) -> bool:
    """Whether it failed in a way that no known mistake explains."""
    failed = record.status == "graded" and record.score < record.max_score and record.behaviour != ""
    return failed and all(mistake.certainty != "same behaviour" for mistake in record.mistakes)


def representative(students: Sequence[str], exercise: str, source_of: SourceOf) -> tuple[str, str]:
    """Whose code stands for the way in which all of these failed, and the code: the shortest of the first few."""
    sources = ((source_of(student, exercise), student) for student in students[:_CANDIDATES])
    source, student = min(sources, key=lambda pair: (len(pair[0].strip()), pair[1]))
    return student, source


def distribution(shares: Iterable[float]) -> tuple[int, ...]:
    """How many there are from 0 to below a tenth, and so on; full marks are the last."""
    found = Counter(_BINS - 1 if share >= 1 else int(share * (_BINS - 1)) for share in shares)
    return tuple(found[number] for number in range(_BINS))


def quartiles(shares: Sequence[float]) -> tuple[float, float, float] | None:
    """Below which a quarter, half and three quarters of the class are; None for an empty one."""
    if len(shares) < 2:
        return (shares[0], shares[0], shares[0]) if shares else None
    low, median, high = (min(each, 1.0) for each in statistics.quantiles(shares, n=4, method="inclusive"))
    return low, median, high


def discrimination(shares: Sequence[float], rest: Sequence[float]) -> float | None:
    """Pearson's correlation of an exercise's shares with the same students' mean shares in the other exercises.

    None for fewer than three students, and where either of the two is the same for all.
    """
    if len(shares) < _FEWEST or any(max(each) - min(each) < _NO_VARIANCE for each in (shares, rest)):
        return None
    return min(max(statistics.correlation(shares, rest), -1.0), 1.0)


def _by_exercise(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Each exercise's records, exercise_99 before exercise_100."""
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[record.exercise].append(record)
    return dict(sorted(groups.items(), key=lambda item: (len(item[0]), item[0])))


# Students and exercises


def _students(by_exercise: Mapping[str, list[Record]]) -> tuple[StudentTotal, ...]:
    """All students, by their names, with a result or None for each exercise."""
    rows: dict[str, list[Result | None]] = defaultdict(lambda: [None] * len(by_exercise))
    names: dict[str, str] = {}
    worth = []
    for index, group in enumerate(by_exercise.values()):
        order = [case.name for case in _cases(group)]
        worth.append(_max_score(group))
        for record in group:
            rows[record.student][index] = _result(record, order)
            names.setdefault(record.student, record.identity.get("name", ""))
    return tuple(_student(student, names[student], rows[student], worth) for student in sorted(rows, key=str.casefold))


def _student(student: str, name: str, results: list[Result | None], worth: list[float]) -> StudentTotal:
    counted = [result for result in results if result and result.status == "graded"]
    missing = [most for result, most in zip(results, worth, strict=True) if result is None]
    return StudentTotal(
        student=student,
        name="" if name == student else name,
        score=math.fsum(result.score for result in counted),
        max_score=math.fsum([*(result.max_score for result in counted), *missing]),
        results=tuple(results),
    )


def _result(record: Record, order: list[str]) -> Result:
    marks = {case.name: MARKS[case.status] for case in record.cases}
    return Result(
        status=record.status,
        score=record.score,
        max_score=record.max_score,
        marks="".join(marks.get(name, NO_MARK) for name in order),
        late=record.late,
        page=record.page,
    )


def _cases(group: Iterable[Record]) -> list[CaseRecord]:
    """The cases of an exercise, as the records name them, in their order."""
    found: dict[str, CaseRecord] = {}
    for record in group:
        for case in record.cases:
            found.setdefault(case.name, case)
    return list(found.values())


def _max_score(group: Iterable[Record]) -> float:
    return max(record.max_score for record in group)


def _rest(shares: Mapping[str, Sequence[float | None]], index: int) -> dict[str, float]:
    """By student, the mean share in the graded exercises but this one."""
    means = {}
    for student, row in shares.items():
        others = [share for number, share in enumerate(row) if share is not None and number != index]
        if others:
            means[student] = math.fsum(others) / len(others)
    return means


def _mean(shares: Sequence[float]) -> float | None:
    return min(math.fsum(shares) / len(shares), 1.0) if shares else None


def _share(result: Result | Record | None) -> float | None:
    return share_of(result.score, result.max_score) if result and result.status == "graded" else None


def _figures(group: list[Record], students: int, rest: Mapping[str, float]) -> ExerciseFigures:
    graded = [record for record in group if record.status == "graded"]
    shares = {record.student: share for record in graded if (share := _share(record)) is not None}
    both = [student for student in shares if student in rest]
    return ExerciseFigures(
        exercise=group[0].exercise,
        title=group[0].title,
        max_score=_max_score(group),
        graded=len(graded),
        not_graded=len(group) - len(graded),
        missing=students - len(group),
        late=sum(record.late for record in group),
        full_marks=sum(record.full_marks for record in graded),
        mean=math.fsum(record.score for record in graded) / len(graded) if graded else None,
        difficulty=_mean(list(shares.values())),
        discrimination=discrimination([shares[each] for each in both], [rest[each] for each in both]),
        cases=_case_figures(group, graded),
    )


def _case_figures(group: list[Record], graded: list[Record]) -> tuple[CaseFigures, ...]:
    counts: dict[str, Counter[CaseStatus]] = defaultdict(Counter)
    for record in graded:
        for case in record.cases:
            counts[case.name][case.status] += 1
    return tuple(
        CaseFigures(
            name=case.name,
            max_points=case.max_points,
            **{status: counts[case.name][status] for status in MARKS},
            pass_rate=share_of(counts[case.name]["passed"], len(graded)),
        )
        for case in _cases(group)
    )


# Mistakes, known and unknown


def _mistakes(records: Iterable[Record]) -> tuple[ClassMistake, ...]:
    """Those that most students made first."""
    titles: dict[tuple[str, str], tuple[str, str]] = {}
    seen: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(dict)
    for record in records:
        for each in record.mistakes:
            key = (record.exercise, each.mistake)
            titles.setdefault(key, (each.title, each.certainty))
            lines = seen[key].setdefault(record.student, [])
            if each.line is not None and each.line not in lines:
                lines.append(each.line)
    return tuple(
        ClassMistake(
            exercise=exercise,
            mistake=mistake,
            title=titles[exercise, mistake][0],
            certainty=titles[exercise, mistake][1],
            sightings=tuple(Sighting(student=student, lines=tuple(sorted(lines))) for student, lines in who.items()),
        )
        for (exercise, mistake), who in sorted(seen.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def _clusters(by_exercise: Mapping[str, list[Record]]) -> tuple[int, list[list[Record]]]:
    """How many failed in a way of their own, and those that did so together, the most first."""
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for exercise, records in by_exercise.items():
        for record in filter(is_unknown, records):
            groups[exercise, record.behaviour].append(record)
    alone = sum(len(group) == 1 for group in groups.values())
    together = [(key, group) for key, group in groups.items() if len(group) > 1]
    return alone, [group for _, group in sorted(together, key=lambda item: (-len(item[1]), item[0]))]


def _cluster(group: list[Record], source_of: SourceOf, with_source: bool) -> Cluster:
    first, students = group[0], [record.student for record in group]
    student, source = representative(students, first.exercise, source_of) if with_source else (students[0], "")
    shared = set.intersection(*({each.title for each in record.mistakes} for record in group))
    return Cluster(
        exercise=first.exercise,
        behaviour=first.behaviour,
        students=tuple(students),
        student=student,
        source=_cut(source),
        score=first.score,
        max_score=first.max_score,
        cases=tuple(case.name for case in first.cases if case.status not in {"passed", "skipped"}),
        also=tuple(sorted(shared)),
    )


def _cut(source: str) -> str:
    """No longer than a reader would read, at the end of a line where there is one."""
    if len(source) <= _SOURCE_CHARACTERS:
        return source
    kept = source[:_SOURCE_CHARACTERS]
    return f"{kept.rpartition(chr(10))[0] or kept}\n# …"


def _is_unreadable(record: Record) -> bool:
    return record.status == "graded" and record.reason != "" and record.behaviour == ""


def _apart(records: Iterable[Record]) -> tuple[Apart, ...]:
    return tuple(
        Apart(student=record.student, exercise=record.exercise, reason=record.reason, page=record.page)
        for record in records
    )

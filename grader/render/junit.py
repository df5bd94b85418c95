"""Results in JUnit's XML, as Jenkins, GitLab and others show tests: a suite an exercise, a case each of a student's.

A case that failed is a `failure`, and so is one that an error or the time limit ended: that is the student's result.
A case that was skipped is `skipped`. A submission that was not graded is one case with an `error`: that is the
grader's. What is written is valid by
https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
and has no character that https://www.w3.org/TR/xml/#charsets forbids.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal
from xml.sax.saxutils import quoteattr

from junitparser import Error, Failure, Skipped, TestCase

from grader.record import Record
from grader.render.plain import one_line, plain
from grader.render.wording import score
from grader.report import CaseReport, Report

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNTRIED = "the file can be graded"
_NOT_GRADED = "the submission is graded"

Kind = Literal["passed", "failure", "error", "skipped"]
_KINDS: dict[str, Kind] = {"passed": "passed", "skipped": "skipped"}


def count(records: Iterable[Record]) -> dict[str, Counter[Kind]]:
    """By exercise, how many cases came out how."""
    counts: dict[str, Counter[Kind]] = {}
    for record in records:
        counts.setdefault(record.exercise, Counter()).update(_kinds(record))
    return counts


def render(exercise: str, counts: Mapping[Kind, int], reports: Iterable[Report]) -> Iterator[str]:
    """The parts of a file with one suite. `counts` are those of `reports`, which are read one at a time."""
    yield "<?xml version='1.0' encoding='utf-8'?>\n<testsuites>\n"
    yield (
        f'<testsuite name={quoteattr(_line(exercise))} tests="{sum(counts.values())}" '
        f'failures="{counts.get("failure", 0)}" errors="{counts.get("error", 0)}" '
        f'skipped="{counts.get("skipped", 0)}">\n'
    )
    for report in reports:
        for case in _cases(report):
            text: bytes = case.tostring()  # type: ignore[no-untyped-call]  # has no types
            yield f"{text.decode()}\n"
    yield "</testsuite>\n</testsuites>\n"


def _kinds(result: Record | Report) -> list[Kind]:
    """What becomes of each case. A submission that had no case tried fails in one of its own."""
    if result.status != "graded":
        return ["error"]
    kinds = [_KINDS.get(case.status, "failure") for case in result.cases]
    return kinds if result.full_marks or "failure" in kinds else [*kinds, "failure"]


def _cases(report: Report) -> Iterator[TestCase]:
    kinds = _kinds(report)
    classname = f"{_line(report.exercise)}.{_line(report.student).replace('.', '_')}"
    if kinds == ["error"]:
        yield _case(classname, _NOT_GRADED, 0.0, Error(_line(report.reason), "not graded"))
        return
    for case, kind in zip(report.cases, kinds, strict=False):
        yield _case(classname, case.name, case.seconds, _result(case, kind))
    if len(kinds) > len(report.cases):
        yield _case(classname, _UNTRIED, 0.0, Failure(_line(report.reason) or "no case could be tried", "failed"))


def _case(classname: str, name: str, seconds: float, result: Failure | Error | Skipped | None) -> TestCase:
    case = TestCase(_line(name), classname, round(seconds, 3))
    if result is not None:
        case.result = [result]
    return case


def _result(case: CaseReport, kind: Kind) -> Failure | Skipped | None:
    if kind == "passed":
        return None
    if kind == "skipped":
        return Skipped(_line(case.message), case.status)
    failure = Failure(_line(case.message), case.status)
    told = [case.message, case.feedback, f"points: {score(case.points, case.max_points)}"]
    failure.text = "\n".join(_xml(plain(text)) for text in told if text)
    return failure


def _line(text: str) -> str:
    return _xml(one_line(text))


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)

"""JUnit's XML: what failed, what was skipped and what was not graded are three things, and any reader can read it.

`ALLOWED` and `REQUIRED` are what the schema has of the elements that are used:
https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import junitparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_records import records, report

from grader.render import junit
from grader.report import CaseReport

RESULT = ({"message", "type"}, set())
ALLOWED = {
    "testsuites": ({"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "time", "skipped", "timestamp"}, {"testcase", "properties"}),
    "testcase": ({"name", "time", "classname", "group"}, {"skipped", "error", "failure", "system-out", "system-err"}),
    "failure": RESULT,
    "error": RESULT,
    "skipped": RESULT,
}
REQUIRED = {"testsuite": {"name", "tests", "failures", "errors"}, "testcase": {"name"}}


def rendered(*reports) -> str:
    """A file on these."""
    counts = junit.count(records(*reports))
    assert len(counts) == 1
    (exercise,) = counts
    return "".join(junit.render(exercise, counts[exercise], reports))


def check(element: ET.Element) -> None:
    """Hold an element against the schema, and all in it."""
    attributes, children = ALLOWED[element.tag]
    assert set(element.attrib) <= attributes
    assert REQUIRED.get(element.tag, set()) <= set(element.attrib)
    for name in {"tests", "failures", "errors", "skipped"} & set(element.attrib):
        assert element.attrib[name].isdecimal()
    assert re.fullmatch(r"[0-9]+\.[0-9]+", element.attrib.get("time", "0.0"))
    for child in element:
        assert child.tag in children
        check(child)


def outcomes(text: str) -> list[tuple[str, str, str]]:
    """Class, name and outcome of each case, as a parser of its own reads them, and the counts at the top checked."""
    check(ET.fromstring(text.encode()))
    (suite,) = junitparser.JUnitXml.fromstring(text.encode())
    found = [(case.classname, case.name, type(case.result[0]).__name__ if case.result else "Passed") for case in suite]
    kinds = [kind for _, _, kind in found]
    told = (suite.tests, suite.failures, suite.errors, suite.skipped)
    assert told == (len(kinds), kinds.count("Failure"), kinds.count("Error"), kinds.count("Skipped"))
    return found


def test_a_suite_has_the_cases_of_every_student() -> None:
    text = rendered(report("ada"), report("eve.x", score=10, cases=()))
    assert outcomes(text) == [
        ("exercise_03.ada", "first", "Passed"),
        ("exercise_03.ada", "second", "Failure"),
        ("exercise_03.ada", "third", "Skipped"),
    ]
    failure = ET.fromstring(text.encode()).find(".//failure")
    assert failure is not None
    assert failure.attrib == {"message": "2 differ", "type": "failed"}
    assert failure.text == "2 differ\nThey must not.\npoints: 0 / 3"


@pytest.mark.parametrize("status", ["failed", "error", "timeout"])
def test_what_ended_a_students_code_is_the_students_failure(status) -> None:
    case = CaseReport(name="first", status=status, points=0, max_points=1, message="it")
    text = rendered(report(score=0, cases=(case,)))
    assert outcomes(text) == [("exercise_03.ada", "first", "Failure")]
    assert f'type="{status}"' in text


def test_what_was_not_graded_is_one_error_and_no_failure() -> None:
    text = rendered(report(score=0, status="not graded", reason="no memory was left"), report("eve"))
    assert outcomes(text)[0] == ("exercise_03.ada", "the submission is graded", "Error")
    assert 'message="no memory was left"' in text


def test_a_file_of_which_nothing_could_be_tried_has_failed() -> None:
    skipped = CaseReport(name="first", status="skipped", points=0, max_points=1, message="not tried")
    found = outcomes(rendered(report(score=0, cases=(skipped,), reason="the file is empty")))
    assert found == [
        ("exercise_03.ada", "first", "Skipped"),
        ("exercise_03.ada", "the file can be graded", "Failure"),
    ]


TEXT = st.text(max_size=20) | st.sampled_from(
    ["\x00\x0b\x1b[2J", "]]>", "\"<&>'", "\ufffe\uffff", "\ud800", "a\nb\r\n\tc"]
)


@given(name=TEXT, message=TEXT, student=TEXT, reason=TEXT)
def test_no_text_breaks_the_file(name, message, student, reason) -> None:
    case = CaseReport(name=name, status="failed", points=0, max_points=1, message=message, feedback=message)
    outcomes(
        rendered(report(student, score=0, cases=(case,)), report(student, score=0, status="not graded", reason=reason))
    )


def test_reports_are_read_one_at_a_time() -> None:
    read = []

    def reports():
        for student in ("ada", "eve"):
            read.append(student)
            yield report(student)

    parts = junit.render("exercise_03", {"passed": 2, "failure": 2, "skipped": 2}, reports())
    assert "<testsuite " in next(parts) + next(parts)
    assert read == []
    assert "exercise_03.ada" in next(parts)
    assert read == ["ada"]

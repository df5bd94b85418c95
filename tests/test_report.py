"""A report on disk: what is saved is what is loaded, and nothing else is."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from grader.errors import GraderError
from grader.report import CaseReport, Cell, Diagnosis, Evidence, Report, Shown

texts = st.text(max_size=8)
integers = st.integers()
lines = st.none() | integers
amounts = st.floats(0, allow_nan=False, allow_infinity=False)


def tuples(inner):
    return st.lists(inner, max_size=3).map(tuple)


showns = st.builds(Shown, text=texts, rows=tuples(tuples(texts)))
evidences = st.builds(
    Evidence, name=texts, message=texts, expected=showns, found=showns, differs=tuples(st.tuples(integers, integers))
)
case_reports = st.builds(
    CaseReport,
    name=texts,
    status=st.sampled_from(["passed", "failed", "error", "timeout", "skipped"]),
    points=st.floats(allow_nan=False, allow_infinity=False),
    max_points=amounts,
    message=texts,
    feedback=texts,
    seconds=amounts,
    evidence=tuples(evidences),
)
diagnoses = st.builds(
    Diagnosis,
    mistake=texts,
    title=texts,
    text=texts,
    line=lines,
    cell=lines,
    source=st.none() | texts,
    certainty=st.sampled_from(["same behaviour", "same error", "found in the code"]),
)
reports = st.builds(
    Report,
    **dict.fromkeys(["exercise", "title", "student", "file", "reason", "prompt", "source", "output", "command"], texts),
    status=st.sampled_from(["graded", "not graded"]),
    score=amounts,
    max_score=amounts,
    cases=tuples(case_reports),
    diagnosis=tuples(diagnoses),
    isolation=integers,
    seed=integers,
    versions=st.dictionaries(texts, texts, max_size=3),
    hints=tuples(texts),
    links=tuples(texts),
    cells=tuples(st.builds(Cell, number=integers, first_line=integers)),
)

REPORT = Report(
    exercise="exercise_03",
    title="Zero the gradients",
    student="ada",
    file="exercise_03.py",
    status="graded",
    score=7.0,
    max_score=10.0,
    cases=(CaseReport(name="first", status="passed", points=7.0, max_points=10.0),),
    isolation=1,
    seed=2**70,
    versions={"grader": "0.1"},
)


@given(reports)
def test_a_report_survives_its_json(report) -> None:
    assert Report.from_json(report.to_json()) == report
    assert Report.from_json(report.to_json().encode()) == report


def test_the_json_is_indented_ends_in_a_newline_and_holds_the_promised_fields() -> None:
    text = REPORT.to_json()
    assert text.startswith('{\n  "format": 1,\n  "exercise": "exercise_03",\n')
    assert text.endswith("}\n")
    fields = json.loads(text)
    assert (fields["score"], fields["max_score"], fields["status"], fields["seed"]) == (7.0, 10.0, "graded", 2**70)
    assert fields["cases"][0] == {
        "name": "first", "status": "passed", "points": 7.0, "max_points": 10.0, "message": "", "feedback": "",
        "seconds": 0.0, "evidence": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "not a report: the document: Invalid JSON: EOF while parsing a value at line 1 column 0"),
        ("{", "not a report: the document: Invalid JSON: EOF while parsing an object at line 1 column 1"),
        (b"\xff", "not a report: the document: Invalid JSON: expected value at line 1 column 1"),
        ("[]", "not a report: the document: Input should be an object"),
        (REPORT.to_json()[:-10], "not a report: the document: Invalid JSON: "),
        (REPORT.to_json().replace('"format": 1', '"format": 2'), "not a report: format: Input should be 1"),
        (REPORT.to_json().replace('"seed"', '"sead"'), "not a report: seed: Field required"),
        (REPORT.to_json().replace('"seed"', '"new": 1, "seed"'), "not a report: new: Extra inputs are not permitted"),
        (REPORT.to_json().replace('"passed"', '"won"'), "not a report: cases.0.status: Input should be "),
        (REPORT.to_json().replace('"score": 7.0', '"score": NaN'), "not a report: score: Input should be a finite"),
        (REPORT.to_json().replace('"score": 7.0', '"score": -1'), "not a report: score: Input should be greater"),
    ],
)  # fmt: skip
def test_text_that_is_no_report_is_refused_in_one_line(text, error) -> None:
    with pytest.raises(GraderError) as caught:
        Report.from_json(text)
    assert str(caught.value).startswith(error)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("field", ["score", "max_score"])
@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, -1.0])
def test_no_number_in_a_report_is_other_than_finite(field, number) -> None:
    with pytest.raises(ValidationError):
        Report.model_validate({**REPORT.model_dump(), field: number})
    with pytest.raises(ValidationError):
        CaseReport(name="", status="passed", points=0.0, max_points=0.0, seconds=number)


def test_half_a_character_is_replaced_since_no_json_can_hold_it() -> None:
    report = Report.model_validate({**REPORT.model_dump(), "file": "a\udcff.py", "hints": ("\ud800",)})
    assert (report.file, report.hints) == ("a?.py", ("?",))
    assert Report.from_json(report.to_json()) == report


@pytest.mark.parametrize(
    ("changes", "full"),
    [({}, False), ({"score": 10.0}, True), ({"score": 10.0, "status": "not graded"}, False)],
)
def test_full_marks_are_all_points_of_a_graded_report(changes, full) -> None:
    assert REPORT.model_copy(update=changes).full_marks is full

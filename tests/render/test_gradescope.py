"""Gradescope's results.json: valid by what Gradescope documents, and nothing in it is rendered.

`SCHEMA` is written after https://gradescope-autograders.readthedocs.io/en/latest/specs/ ("Output format" and what
follows it).
"""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_records import report

from grader.errors import NotGraded
from grader.render import gradescope
from grader.report import CaseReport, Diagnosis

FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
TEST = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "score": {"type": "number"},
        "max_score": {"type": "number"},
        "status": {"enum": ["passed", "failed"]},
        "name": {"type": "string"},
        "name_format": FORMAT,
        "number": {"type": "string"},
        "output": {"type": "string"},
        "output_format": FORMAT,
        "tags": {"type": "array", "items": {"type": "string"}},
        "visibility": VISIBILITY,
        "extra_data": {"type": "object"},
    },
}
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["score", "tests"],
    "properties": {
        "score": {"type": "number"},
        "execution_time": {"type": "number", "minimum": 0},
        "output": {"type": "string"},
        "output_format": FORMAT,
        "test_output_format": FORMAT,
        "test_name_format": FORMAT,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "tests": {"type": "array", "items": TEST},
        "leaderboard": {"type": "array"},
    },
}


def no_constant(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


def valid(text: str) -> dict:
    """The results, held against the schema."""
    results = json.loads(text, parse_constant=no_constant)
    jsonschema.validate(results, SCHEMA)
    return results


def test_a_report_becomes_results() -> None:
    diagnosis = Diagnosis(mistake="a", title="It adds up", text="Clear it.", line=12)
    results = valid(gradescope.render(report(score=3.5, diagnosis=(diagnosis,))))
    assert (results["score"], results["execution_time"]) == (3.5, 0.25)
    assert results["output"] == (
        "Zero the gradients: 3.5 / 10. 1 of 3 cases passed.\n\n"
        "It adds up (exercise_03.py:12)\nYour code behaves exactly as this mistake does.\nClear it."
    )
    assert results["tests"] == [
        {"name": "first", "score": 3.5, "max_score": 4, "status": "passed", "output": ""},
        {"name": "second", "score": 0, "max_score": 3, "status": "failed", "output": "2 differ\nThey must not."},
        {"name": "third", "score": 0, "max_score": 3, "status": "failed", "output": "second did not pass"},
    ]


def test_what_could_not_be_read_is_a_zero_with_the_reason() -> None:
    results = valid(gradescope.render(report(score=0, cases=(), reason="exercise_03.py:9: SyntaxError: no")))
    assert results["score"] == 0
    assert "exercise_03.py:9: SyntaxError: no" in results["output"]


def test_what_was_not_graded_has_no_results() -> None:
    with pytest.raises(NotGraded, match="no memory was left"):
        gradescope.render(report(score=0, status="not graded", reason="no memory was left"))


def test_a_submission_without_the_file_is_told_what_was_expected() -> None:
    results = valid(gradescope.render_missing("exercise_03"))
    assert (results["score"], results["tests"]) == (0, [])
    assert "exercise_03.py or exercise_03.ipynb" in results["output"]


@given(text=st.text(max_size=30), points=st.floats(0, 1e9))
def test_whatever_a_report_holds_the_results_are_valid_and_plain_text(text, points) -> None:
    case = CaseReport(name=text, status="error", points=points, max_points=points, message=text, feedback=text)
    diagnosis = Diagnosis(mistake=text, title=text, text=text)
    results = valid(gradescope.render(report(score=points, cases=(case,), diagnosis=(diagnosis,), reason=text)))
    formats = {results[key] for key in ("output_format", "test_output_format", "test_name_format")}
    assert formats == {"text"}
    assert "\x1b" not in results["output"] + results["tests"][0]["name"] + results["tests"][0]["output"]

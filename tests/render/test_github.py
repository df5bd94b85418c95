"""GitHub: the result that Classroom's reporter adds up, and commands that only we give.

The shape of the result, and what the reporter prints of it, are those of
https://github.com/github-education-resources/autograding-grading-reporter/tree/main/src; how a runner reads commands
is in https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs.
"""

from __future__ import annotations

import base64
import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_records import report

from grader.errors import NotGraded
from grader.render import github
from grader.report import CaseReport, Diagnosis

SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "status", "max_score", "tests"],
    "properties": {
        "version": {"const": 1},
        "status": {"enum": ["pass", "fail", "error"]},
        "max_score": {"type": "number", "minimum": 0},
        "tests": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name", "status", "score"],
                "properties": {
                    "name": {"type": "string"},
                    "status": {"enum": ["pass", "fail", "error"]},
                    "score": {"type": "number"},
                    "message": {"type": "string"},
                    "test_code": {"type": "string"},
                    "filename": {"type": "string"},
                    "line_no": {"type": "integer"},
                    "duration": {"type": "number"},
                },
            },
        },
    },
}
HOSTILE = st.text(max_size=20) | st.sampled_from(
    [
        "\n::add-mask::a",
        "##[add-path]/tmp",
        "###[[x]",
        "a%0A::error::b",
        "::stop-commands::x",
        "a,line=9::b",
        "\r\n \u2028::x::y",
    ]
)


def decoded(text: str) -> dict:
    """The result, held against the schema."""
    assert text.endswith("\n")
    assert text.count("\n") == 1
    result = json.loads(base64.b64decode(text.strip(), validate=True))
    jsonschema.validate(result, SCHEMA)
    return result


def obeyed(printed: str) -> list[str]:
    """The lines that a runner takes for commands."""
    return [line for line in printed.splitlines() if line.lstrip().startswith("::") or "##[" in line]


def annotation(line: str) -> tuple[dict[str, str], str]:
    """Properties and message of a command, as a runner reads them."""
    head, message = line.removeprefix("::error ").split("::", 1)
    properties = dict(pair.split("=", 1) for pair in head.split(","))

    def plain(text: str) -> str:
        for escaped, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            text = text.replace(escaped, meant)
        return text

    return {name: plain(value) for name, value in properties.items()}, plain(message)


def test_the_scores_of_the_tests_add_up_to_that_of_the_report() -> None:
    result = decoded(github.render(report(score=3.5)))
    assert (result["status"], result["max_score"]) == ("fail", 10)
    assert sum(test["score"] for test in result["tests"]) == 3.5
    assert [(test["name"], test["status"], test["message"]) for test in result["tests"]] == [
        ("first", "pass", ""),
        ("second", "fail", "2 differ They must not."),
        ("third", "fail", "second did not pass"),
    ]


def test_full_marks_pass_and_an_error_is_an_error() -> None:
    full = CaseReport(name="all", status="passed", points=10, max_points=10)
    broken = CaseReport(name="all", status="error", points=0, max_points=10, message="NameError")
    assert decoded(github.render(report(score=10, cases=(full,))))["status"] == "pass"
    assert decoded(github.render(report(score=0, cases=(broken,))))["tests"][0]["status"] == "error"


def test_what_was_not_graded_has_no_result() -> None:
    with pytest.raises(NotGraded, match="no memory"):
        github.render(report(score=0, status="not graded", reason="no memory"))


def test_a_diagnosis_is_an_annotation_on_its_line() -> None:
    diagnosis = Diagnosis(mistake="a", title="50 %: it adds, up", text="Clear it.\n\nBefore: `x`", line=12)
    text = github.annotate(report(diagnosis=(diagnosis,)))
    assert text == ("::error file=exercise_03.py,line=12,title=50 %25%3A it adds%2C up::Clear it.%0A%0ABefore: `x`\n")
    assert annotation(text.strip()) == (
        {"file": "exercise_03.py", "line": "12", "title": "50 %: it adds, up"},
        "Clear it.\n\nBefore: `x`",
    )


def test_a_notebook_has_no_lines_to_annotate_and_names_the_cell() -> None:
    diagnosis = Diagnosis(mistake="a", title="It adds up", text="Clear it.", line=2, cell=5)
    properties, _ = annotation(github.annotate(report(file="a.ipynb", diagnosis=(diagnosis,))).strip())
    assert properties == {"file": "a.ipynb", "title": "It adds up (a.ipynb, cell 5, line 2)"}


def test_a_file_that_cannot_be_read_is_annotated_with_the_reason() -> None:
    text = github.annotate(report(score=0, cases=(), reason="exercise_03.py:9: SyntaxError: expected ':'"))
    properties, message = annotation(text.strip())
    assert (properties["line"], message) == ("9", "exercise_03.py:9: SyntaxError: expected ':'")
    assert github.annotate(report(score=10)) == ""


@given(text=HOSTILE, file=HOSTILE)
def test_no_student_commands_the_runner(text, file) -> None:
    case = CaseReport(name=text, status="failed", points=0, max_points=1, message=text, feedback=text)
    diagnoses = tuple(Diagnosis(mistake=text, title=text, text=text, line=line) for line in (3, None))
    made = report(score=0, file=file, cases=(case,), diagnosis=diagnoses)
    lines = github.annotate(made).splitlines()
    assert len(lines) == 2
    assert all(line.startswith("::error file=") and "##[" not in line for line in lines)
    assert [set(annotation(line)[0]) for line in lines] == [{"file", "line", "title"}, {"file", "title"}]
    test = decoded(github.render(made))["tests"][0]
    assert obeyed(f"❌ {test['name']}\nError: {test['message']}\n") == []

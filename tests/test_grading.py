"""One submission, graded: what stands in its report."""

from __future__ import annotations

import pytest
from builders import BrokenSandbox, course_exercise, frames, observation, tensor, trial

from grader import grading
from grader.answers import AnswerKey
from grader.comparison import compare
from grader.diagnosis import KnownMistake
from grader.evidence import evidence
from grader.grading import Circumstances, grade, versions
from grader.observation import Ended, EndKind, Error, Loaded, Observation, Printed, Violation
from grader.report import CaseReport, Cell, Diagnosis, Report
from grader.sandbox.fake import FakeSandbox
from grader.submission import SourceCell, Submission

SOURCE = "import torch\n\ndef double(x):\n    return   x + 1\n"
SUBMISSION = Submission("ada", "double.py", SOURCE)
TERMS = Circumstances(isolation=2, seed=7, command="grade exercise_07 --seed 7")
LOADED = Loaded(0, (("double", "function"),), (("double", 3),))


def seen(*numbers: float, loaded: Loaded = LOADED) -> Observation:
    return observation(*([trial(y=tensor([number]))] * 2 for number in numbers), loaded=loaded)


RIGHT, WRONG = seen(2.0, 4.0), seen(2.0, 5.0)
KEY = AnswerKey(RIGHT, (KnownMistake("adds_one", "Adds one", "It adds.", WRONG),))


@pytest.fixture
def item(tmp_path):
    return course_exercise(tmp_path)


def graded(item, student: Observation) -> Report:
    return grade(item, SUBMISSION, KEY, FakeSandbox(frames(student)), TERMS)


def test_a_right_answer_has_full_marks_and_nothing_to_explain(item) -> None:
    report = graded(item, RIGHT)
    assert report.full_marks
    assert (report.score, report.max_score, report.diagnosis, report.reason) == (6.0, 6.0, (), "")
    assert report.cases == (
        CaseReport(name="doubles", status="passed", points=4.0, max_points=4.0, seconds=0.25),
        CaseReport(name="twice", status="passed", points=2.0, max_points=2.0, seconds=0.25),
    )


def test_a_report_holds_all_that_a_reader_may_ask_for(item) -> None:
    report = grade(item, SUBMISSION, KEY, FakeSandbox([*frames(RIGHT), Printed("hello\n")]), TERMS)
    assert (report.exercise, report.title, report.student, report.file) == (
        "exercise_07", "Double it", "ada", "double.py"
    )  # fmt: skip
    assert (report.prompt, report.hints, report.links) == ("Write `double(x)`.\n", ("Twice.",), ())
    assert (report.source, report.output, report.cells) == (SOURCE, "hello\n", ())
    assert (report.isolation, report.seed, report.command) == (2, 7, "grade exercise_07 --seed 7")
    assert report.versions == versions()
    assert Report.from_json(report.to_json()) == report


def test_the_sandbox_is_given_the_source_and_the_seeds_and_no_answers(item) -> None:
    sandbox = FakeSandbox(frames(RIGHT))
    grade(item, SUBMISSION, KEY, sandbox, TERMS)
    (job,) = sandbox.jobs
    assert job == item.exercise.job(item.exercise.run_of(SOURCE, "double.py", 7))


def test_a_wrong_answer_has_its_evidence_its_feedback_and_its_mistake(item) -> None:
    report = graded(item, seen(2.5, 4.0))
    (mismatch,) = compare("y", tensor([2.0]), tensor([2.5]))
    assert report.score == 0.0
    assert report.cases == (
        CaseReport(
            name="doubles",
            status="failed",
            points=0.0,
            max_points=4.0,
            message="y: its one element differs; greatest difference 0.5 at [0] (expected 2, found 2.5, allowed 2e-08)",
            feedback="Each element is doubled.",
            seconds=0.25,
            evidence=(evidence(mismatch),),
        ),
        CaseReport(
            name="twice",
            status="skipped",
            points=0.0,
            max_points=2.0,
            message="not judged before “doubles” passes",
            seconds=0.25,
        ),
    )
    assert report.diagnosis == ()


def test_a_mistake_is_quoted_with_its_line(item) -> None:
    report = graded(item, WRONG)
    assert report.score == 4.0
    assert report.diagnosis == (
        Diagnosis(mistake="adds_one", title="Adds one", text="It adds.", line=3, source="def double(x):"),
    )


def test_in_a_notebook_a_line_is_counted_within_its_cell(item) -> None:
    notebook = Submission("ada", "a.ipynb", SOURCE, (SourceCell(2, 1), SourceCell(5, 3)))
    sandbox = FakeSandbox(frames(WRONG))
    report = grade(item, notebook, KEY, sandbox, TERMS)
    (found,) = report.diagnosis
    assert (found.cell, found.line, found.source) == (5, 1, "def double(x):")
    assert report.cells == (Cell(number=2, first_line=1), Cell(number=5, first_line=3))
    assert sandbox.jobs[0].runs[0].cell_lines == (1, 3)


@pytest.mark.parametrize("line", [0, 6, 2**31 - 1])
def test_a_line_that_the_file_does_not_have_is_not_shown(item, line) -> None:
    error = Error("SyntaxError", "invalid", line, "a line of a liar")
    (found,) = graded(item, Observation(Loaded(0, error=error), RIGHT.cases)).diagnosis
    assert (found.line, found.source) == (None, None)


def test_a_line_is_quoted_from_the_file_and_not_from_what_the_child_says(item) -> None:
    error = Error("SyntaxError", "invalid", 4, "a line of a liar")
    (found,) = graded(item, Observation(Loaded(0, error=error), RIGHT.cases)).diagnosis
    assert (found.line, found.source) == (4, "return   x + 1")


def test_a_file_that_cannot_be_imported_says_so_once_and_as_the_reason(item) -> None:
    report = graded(item, Observation(Loaded(0, error=Error("SyntaxError", "invalid syntax", 4)), RIGHT.cases))
    said = "the module could not be imported: SyntaxError: invalid syntax (line 4)"
    assert (report.status, report.score, report.reason) == ("graded", 0.0, said)
    assert [case.status for case in report.cases] == ["error", "skipped"]
    assert [case.feedback for case in report.cases] == ["", ""]
    assert report.diagnosis[0].title == "The file is not valid Python: invalid syntax"


def test_a_broken_rule_has_no_feedback_on_values(item) -> None:
    loaded = Loaded(0, LOADED.defined, LOADED.lines, (Violation(0, 4, "torch.mul(x, 2)"),))
    report = graded(item, seen(2.0, 4.0, loaded=loaded))
    assert [case.message for case in report.cases] == ["`torch.mul` must not be used here (line 4): By hand."] * 2
    assert [case.feedback for case in report.cases] == ["", ""]


def test_a_child_that_was_lost_is_a_result(item) -> None:
    late = Ended(EndKind.TIMEOUT, "it did not finish within 5 seconds")
    first = [*frames(RIGHT)[:2], Printed("before\n"), late]
    report = grade(item, SUBMISSION, KEY, FakeSandbox(first), TERMS)
    assert [(case.status, case.points) for case in report.cases] == [("passed", 4.0), ("timeout", 0.0)]
    assert (report.status, report.output) == ("graded", "before\n")


def test_evidence_is_shown_of_the_first_eight_mismatches(item) -> None:
    path, nine = item.folder / "exercise.yaml", "".join(f"      y{n}: y\n" for n in range(9))
    path.write_text(path.read_text().replace("      y: y\n    feedback", f"{nine}    feedback"))

    def wide(number):
        names = {f"y{n}": tensor([number]) for n in range(9)}
        return observation([trial(**names)] * 2, [trial(y=tensor([1.0]))] * 2, loaded=LOADED)

    report = grade(item, SUBMISSION, AnswerKey(wide(1.0), ()), FakeSandbox(frames(wide(2.0))), TERMS)
    assert len(report.cases[0].evidence) == 8
    assert report.cases[0].message.endswith("(and 8 more)")


# What is not run


def test_a_file_without_code_is_graded_with_its_reason_and_never_run(item) -> None:
    sandbox = FakeSandbox()
    report = grade(item, Submission("ada", "double.py", "", (), "the file is empty"), KEY, sandbox, TERMS)
    assert sandbox.jobs == []
    assert (report.status, report.score, report.max_score, report.reason) == ("graded", 0.0, 6.0, "the file is empty")
    assert [(case.status, case.message) for case in report.cases] == [("skipped", "not tried")] * 2


def test_a_failure_of_the_sandbox_is_no_zero_but_not_graded(item) -> None:
    report = grade(item, SUBMISSION, KEY, BrokenSandbox("no process could be started"), TERMS)
    assert (report.status, report.reason) == ("not graded", "no process could be started")
    assert not report.full_marks
    assert [(case.status, case.message, case.feedback) for case in report.cases] == [("skipped", "not graded", "")] * 2
    assert (report.score, report.max_score, report.source) == (0.0, 6.0, SOURCE)


def test_versions_are_named_where_they_are_known(monkeypatch) -> None:
    assert set(versions()) == {"grader", "torch", "numpy"}

    def missing(name):
        raise grading.PackageNotFoundError(name)

    monkeypatch.setattr(grading, "version", missing)
    monkeypatch.setattr(grading, "_versions", grading._versions.__wrapped__)
    assert (versions()["torch"], versions()["grader"]) == ("unknown", grading.grader.__version__)

"""A report at a terminal. GRADE_UPDATE_SNAPSHOTS=1 writes the snapshots anew; read their diff before keeping it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from grader.render import terminal
from grader.report import CaseReport, Diagnosis, Report

Render = Callable[[Report], str]

SNAPSHOTS = Path(__file__).parent / "snapshots"


def _plain(report: Report, width: int = 80) -> str:
    return terminal.render(report, width=width, color=False)


@pytest.mark.parametrize("width", [40, 100])
@pytest.mark.parametrize("name", ["failed", "perfect", "not_graded", "unreadable", "notebook"])
def test_a_report_is_drawn_as_its_snapshot(name: str, width: int, request: pytest.FixtureRequest) -> None:
    drawn = _plain(request.getfixturevalue(name), width)
    snapshot = SNAPSHOTS / f"{name}_{width}.txt"
    if os.environ.get("GRADE_UPDATE_SNAPSHOTS") == "1":
        snapshot.write_text(drawn, encoding="utf-8")
    assert drawn == snapshot.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [24, 40, 57, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(report: Report, width: int) -> None:
    assert max(cell_len(line) for line in _plain(report, width).splitlines()) <= width


def test_without_colour_there_is_no_escape_code(report: Report) -> None:
    assert "\x1b" not in _plain(report)


def test_colour_changes_nothing_but_colour(report: Report) -> None:
    from rich.text import Text

    coloured = Text.from_ansi(terminal.render(report, width=80, color=True)).plain
    assert [line.rstrip() for line in coloured.splitlines()] == _plain(report).splitlines()
    assert "\x1b[" in terminal.render(report, width=80, color=True)


def test_the_environment_changes_nothing(failed: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _plain(failed), terminal.render(failed, width=80, color=True)
    for name, value in {"NO_COLOR": "1", "FORCE_COLOR": "1", "COLUMNS": "30", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
        assert (_plain(failed), terminal.render(failed, width=80, color=True)) == before


def test_the_header_has_title_exercise_and_score(failed: Report) -> None:
    first, second, *_ = _plain(failed).splitlines()
    assert first.startswith("Zero the gradients")
    assert first.endswith(" 2 / 10")
    assert second.startswith("exercise_03 ")


@pytest.mark.parametrize(
    ("status", "mark"), [("passed", "✓"), ("failed", "✗"), ("error", "!"), ("timeout", "⏱"), ("skipped", "\N{EN DASH}")]
)
def test_each_case_has_its_mark_and_its_points_at_the_right(failed: Report, status: str, mark: str) -> None:
    case = CaseReport.model_validate({"name": "a case", "status": status, "points": 0.5, "max_points": 2})
    lines = _plain(failed.model_copy(update={"cases": (case,)}), 40).splitlines()
    assert f"{mark} a case{'0.5 / 2':>32}" in lines


def test_a_failed_case_without_a_message_says_what_became_of_it(failed: Report) -> None:
    case = CaseReport(name="a case", status="timeout", points=0, max_points=1)
    assert "    out of time\n" in _plain(failed.model_copy(update={"cases": (case,)}))


def test_the_feedback_of_a_case_that_passed_is_not_shown(failed: Report) -> None:
    case = CaseReport(name="a case", status="passed", points=1, max_points=1, feedback="Look again.")
    assert "Look again." not in _plain(failed.model_copy(update={"cases": (case,)}))


def test_a_message_told_by_the_case_is_not_told_twice(failed: Report) -> None:
    assert _plain(failed, 100).count("8 of 15 elements differ") == 1


def test_evidence_beyond_the_third_is_counted(failed: Report) -> None:
    case = failed.cases[1].model_copy(update={"evidence": failed.cases[1].evidence * 3})
    assert "and 3 more that differ" in _plain(failed.model_copy(update={"cases": (case,)}))


@pytest.mark.parametrize(
    ("certainty", "words"),
    [
        ("same behaviour", "Your code behaves exactly as this mistake does."),
        ("same error", "Your code stops with this very error."),
        ("found in the code", "Found by reading your code."),
    ],
)
def test_a_diagnosis_says_in_plain_words_what_it_rests_on(failed: Report, certainty: str, words: str) -> None:
    diagnosis = failed.diagnosis[0].model_copy(update={"certainty": certainty})
    assert words in _plain(failed.model_copy(update={"diagnosis": (diagnosis,)}))


def test_the_students_line_is_quoted_with_its_place(failed: Report, notebook: Report) -> None:
    assert "│ exercise_03.py:11 " in _plain(failed)
    assert "│ 11 │ y.backward() " in _plain(failed)
    assert "│ notebook.ipynb, cell 5, line 2 " in _plain(notebook)


def test_a_diagnosis_without_a_line_has_title_and_text(failed: Report) -> None:
    diagnosis = Diagnosis(mistake="m", title="A title", text="A *text*.")
    drawn = _plain(failed.model_copy(update={"diagnosis": (diagnosis,)}), 40)
    assert "│ A title                              │" in drawn
    assert "│ A text.                              │" in drawn
    assert "exercise_03.py:" not in drawn.split("Diagnosis")[1]


def test_what_was_printed_is_cut_after_ten_lines(failed: Report) -> None:
    drawn = _plain(failed)
    assert "  call 10: grad" in drawn
    assert "call 11" not in drawn
    assert "  … and 4 more lines\n" in drawn


def test_a_very_long_printed_line_is_cut(failed: Report) -> None:
    drawn = _plain(failed.model_copy(update={"output": "x" * 100_000}))
    assert drawn.count("x" * 20) < 30


def test_rich_markup_in_foreign_text_is_only_text(failed: Report) -> None:
    case = CaseReport(name="[red]name", status="failed", points=0, max_points=1, message="[/]", feedback=":smile:")
    drawn = _plain(failed.model_copy(update={"cases": (case,), "output": "[link=x]y[/link]"}))
    for text in ("[red]name", "[/]", ":smile:", "[link=x]y[/link]"):
        assert text in drawn


def test_a_hint_is_offered_while_marks_are_missing(failed: Report, perfect: Report) -> None:
    assert "For a hint: grade hint exercise_03\n" in _plain(failed)
    assert "grade hint" not in _plain(perfect)
    assert "grade hint" not in _plain(failed.model_copy(update={"hints": ()}))


def test_the_end_says_the_isolation_and_how_to_run_it_again(failed: Report) -> None:
    assert _plain(failed).endswith("Isolation 3 (strict), seed 0\nAgain: grade exercise_03 exercise_03.py --seed 0\n")


def test_full_marks_end_in_one_short_line(perfect: Report) -> None:
    assert _plain(perfect).endswith("\n\n✓ Full marks.\n")


def test_what_was_not_graded_has_no_score_and_says_whose_fault_it_is(not_graded: Report) -> None:
    drawn = _plain(not_graded)
    assert drawn.splitlines()[0].endswith("not graded")
    assert "0 / 10" not in drawn
    assert "no memory is left" in drawn
    assert "This is the grader's fault, not yours. It costs you no points." in drawn


def test_a_file_that_cannot_be_tried_says_why(unreadable: Report) -> None:
    assert "No case could be tried.\nexercise_03.py:9: SyntaxError: expected ':'\n" in _plain(unreadable)

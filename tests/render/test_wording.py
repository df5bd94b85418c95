"""The words and numbers of a report."""

from __future__ import annotations

import pytest

from grader.render import wording
from grader.report import Diagnosis, Evidence, Report, Shown


@pytest.mark.parametrize(
    ("points", "text"),
    [
        (7.0, "7"),
        (2.5, "2.5"),
        (10, "10"),
        (100.0, "100"),
        (10 / 3, "3.333"),
        (0.0, "0"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
    ],
)
def test_points_have_no_needless_zeros(points: float, text: str) -> None:
    assert wording.number(points) == text


def test_a_score_says_of_how_many() -> None:
    assert wording.score(7.0, 10.0) == "7 / 10"


def test_an_isolation_level_has_its_name() -> None:
    assert [wording.isolation(level) for level in (0, 3, 9)] == ["0 (none)", "3 (strict)", "9"]


def test_a_summary_is_a_few_words(failed: Report, perfect: Report, not_graded: Report, unreadable: Report) -> None:
    assert wording.summary(failed) == "2 of 6 cases passed"
    assert wording.summary(perfect) == "Full marks"
    assert wording.summary(not_graded) == "Not graded"
    assert wording.summary(unreadable) == "No case could be tried"


@pytest.mark.parametrize(
    ("line", "cell", "where"),
    [
        (12, None, "exercise_03.py:12"),
        (2, 3, "exercise_03.py, cell 3, line 2"),
        (None, 3, "exercise_03.py, cell 3"),
        (None, None, ""),
    ],
)
def test_a_place_is_a_file_and_a_line(failed: Report, line: int | None, cell: int | None, where: str) -> None:
    diagnosis = Diagnosis(mistake="m", title="t", text="", line=line, cell=cell)
    assert wording.place(failed, diagnosis) == where


@pytest.mark.parametrize(
    ("message", "finding"),
    [("x: 2 differ", "x: 2 differ"), ("2 differ", "x: 2 differ"), ("", "x")],
)
def test_a_finding_begins_with_what_was_observed(message: str, finding: str) -> None:
    nothing = Shown(text="")
    assert wording.finding(Evidence(name="x", message=message, expected=nothing, found=nothing)) == finding

"""What is remembered of a student between commands."""

from __future__ import annotations

import pytest

from grader.progress import Progress


@pytest.fixture
def file(tmp_path):
    return tmp_path / "state" / "progress.json"


def test_nothing_is_known_at_first(file, tmp_path):
    progress = Progress(file, tmp_path)
    assert progress.best("exercise_03") is None
    assert progress.hints("exercise_03") == 0


def test_the_best_score_stays(file, tmp_path):
    for score in (3.0, 7.0, 5.0):
        Progress(file, tmp_path).graded("exercise_03", score)
    assert Progress(file, tmp_path).best("exercise_03") == 7.0


def test_scores_and_hints_are_kept_apart_by_exercise_and_course(file, tmp_path):
    Progress(file, tmp_path).graded("exercise_03", 3.0)
    Progress(file, tmp_path).hinted("exercise_03", 2)
    assert Progress(file, tmp_path).best("exercise_03") == 3.0
    assert Progress(file, tmp_path).hints("exercise_03") == 2
    assert Progress(file, tmp_path).hints("exercise_04") == 0
    assert Progress(file, tmp_path / "another").best("exercise_03") is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "7",
        '{"%s": 3}',
        '{"%s": {"exercise_03": [1]}}',
        '{"%s": {"exercise_03": {"best": true}}}',
        "\udc80",
    ],
)
def test_a_file_that_cannot_be_read_counts_as_empty_and_is_replaced(file, tmp_path, content):
    file.parent.mkdir()
    file.write_bytes(content.replace("%s", str(tmp_path)).encode("utf-8", "surrogateescape"))
    progress = Progress(file, tmp_path)
    assert progress.best("exercise_03") is None
    assert progress.hints("exercise_03") == 0
    progress.hinted("exercise_03", 1)
    assert Progress(file, tmp_path).hints("exercise_03") == 1


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "taken").write_text("a file")
    Progress(tmp_path / "taken" / "progress.json", tmp_path).graded("exercise_03", 1.0)
    assert (tmp_path / "taken").read_text() == "a file"

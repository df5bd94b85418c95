"""Answers that were written from the contract alone: the right ones earn full marks, the wrong ones less.

`right_*.py` and `wrong_*.py` in `blind/exercise_NN` say in their first line what they test. `unclear_*.py` raise a
question that the contract leaves open, and are not graded.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.answers import observe_modules
from grader.course import Answer, Course
from grader.judge import judge
from grader.sandbox.levels import choose

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = sorted((ROOT / "tests" / "blind").glob("exercise_*"))
SEEDS = (0, 17)


@pytest.fixture(scope="module")
def sandbox():
    sandbox = choose(warm=True).sandbox
    yield sandbox
    sandbox.close()


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_right_answers_earn_full_marks_and_wrong_ones_less(folder, sandbox):
    item = Course(ROOT).find(folder.name)
    answers = [
        Answer(path.stem, path, path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.py"))
        if path.name.startswith(("right_", "wrong_"))
    ]
    seen = iter(observe_modules(item.exercise, [item.reference(), *answers], SEEDS, sandbox))
    references = [next(seen) for _ in SEEDS]
    misjudged = []
    for answer in answers:
        for seed, reference in zip(SEEDS, references, strict=True):
            verdicts = judge(item.exercise, reference, next(seen))
            points, full = sum(each.points for each in verdicts), sum(each.max_points for each in verdicts)
            if (points == full) != answer.name.startswith("right_"):
                said = [f"{each.case}: {each.message}" for each in verdicts if each.status != "passed"]
                misjudged.append(f"{folder.name}/{answer.path.name} at seed {seed}: {points:g} of {full:g}; {said}")
    assert not misjudged, "\n".join(misjudged)

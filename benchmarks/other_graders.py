"""Other graders on the submissions of `batch.py`: pytest, otter-grader and nbgrader, each with the same checks.

They are given the same modules for exercise_01, so many at a time, in processes with homes of their own.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

FILE = "exercise_01"

_CHECKS = """\
import torch

for seed in range(8):
    torch.manual_seed(seed)
    x = torch.randn(1, dtype=torch.float64)
    w, b = (torch.randn(1, dtype=torch.float64, requires_grad=True) for _ in range(2))
    of_w, of_b = gradients(x, w, b)
    assert torch.allclose(of_w, x) and torch.allclose(of_b, torch.ones(1, dtype=torch.float64))
    assert not (of_w.requires_grad or of_b.requires_grad or x.requires_grad)
"""
_IN_A_FUNCTION = textwrap.indent(_CHECKS, "    ")
_PYTEST = f"from submission import gradients\n\n\ndef test_the_gradients():\n{_IN_A_FUNCTION}"
_OTTER = f"""\
from otter.test_files import test_case

OK_FORMAT = False
name = "gradients"
points = 1


@test_case(points=1)
def test_the_gradients(gradients):
{_IN_A_FUNCTION}"""
_COURSE = "c = get_config()\nc.CourseDirectory.course_id = 'course'\n"


@dataclass(frozen=True)
class Graded:
    """Submissions a second, which of them were found right, and the seconds of each process."""

    rate: float
    right: list[bool]
    seconds: list[float]


def environment_in(folder: Path) -> dict[str, str]:
    """That of this process, with a home, caches and temporary files in the folder."""
    (folder / "temporary").mkdir(parents=True, exist_ok=True)
    own = {"TMPDIR": "temporary", "XDG_CACHE_HOME": "cache", "XDG_STATE_HOME": "state", "HOME": "."}
    return {**os.environ, **{name: str((folder / path).resolve()) for name, path in own.items()}}


def by_pytest(folder: Path, sources: Sequence[str], jobs: int, *, plugins: bool = False) -> Graded:
    """A fresh process for each, so many at a time; without the plugins that happen to be installed, unless told so."""
    commands = []
    for number, source in enumerate(sources):
        place = folder / f"{number}"
        place.mkdir(parents=True)
        (place / "submission.py").write_text(source)
        (place / "test_submission.py").write_text(_PYTEST)
        commands.append(([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_submission.py"], place))
    environment = environment_in(folder)
    if not plugins:
        environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    codes, seconds, whole = _all(commands, environment, jobs, good=(0, 1))
    return Graded(len(sources) / whole, [code == 0 for code in codes], seconds)


def by_otter(program: Path, folder: Path, sources: Sequence[str], jobs: int) -> Graded:
    """`otter run` for each, so many at a time: https://otter-grader.readthedocs.io/en/latest/workflow/."""
    (folder / "tests").mkdir(parents=True)
    (folder / "tests" / "gradients.py").write_text(_OTTER)
    environment = _environment_of(program, folder)
    plain = ["--no-config", "--no-requirements", "--no-environment"]
    generate = [str(program), "generate", "-t", "tests", "-o", "autograder.zip", *plain]
    _all([(generate, folder)], environment, 1)
    commands = []
    for number, source in enumerate(sources):
        place = folder / f"{number}"
        place.mkdir()
        (place / f"{FILE}.py").write_text(source)
        commands.append(([str(program), "run", "-a", "../autograder.zip", "--no-logo", f"{FILE}.py"], place))
    _, seconds, whole = _all(commands, environment, jobs)
    results = [json.loads((place / "results.json").read_text()) for _, place in commands]
    right = [sum(test.get("score", 0.0) for test in each["tests"]) == 1.0 for each in results]
    return Graded(len(sources) / whole, right, seconds)


def by_nbgrader(program: Path, folder: Path, sources: Sequence[str], jobs: int) -> Graded:
    """`nbgrader autograde` for as many courses as work at a time, each with its part of the submissions: a course's
    database has one writer. https://nbgrader.readthedocs.io/en/stable/user_guide/creating_and_grading_assignments.html
    """
    environment = _environment_of(program, folder)
    courses = [folder / f"course-{number}" for number in range(jobs)]
    for number, course in enumerate(courses):
        _write_notebook(course / "source" / FILE / f"{FILE}.ipynb", "def gradients(x, w, b): ...\n")
        (course / "nbgrader_config.py").write_text(_COURSE)
        _all([([str(program), "generate_assignment", FILE], course)], environment, 1)
        for index in range(number, len(sources), jobs):
            _write_notebook(course / "submitted" / f"{index}" / FILE / f"{FILE}.ipynb", sources[index])
    _, seconds, whole = _all([([str(program), "autograde", FILE], each) for each in courses], environment, jobs)
    right: dict[int, bool] = {}
    for course in courses:
        _all([([str(program), "export", "--to", "grades.csv"], course)], environment, 1)
        with (course / "grades.csv").open(newline="") as file:
            right |= {int(row["student_id"]): float(row["score"]) == 1.0 for row in csv.DictReader(file)}
    return Graded(len(sources) / whole, [right[index] for index in range(len(sources))], seconds)


def _write_notebook(path: Path, answer: str) -> None:
    """An answer and the checks, with the cells' parts named as in
    https://nbgrader.readthedocs.io/en/stable/contributor_guide/metadata.html.
    """
    shared = {"schema_version": 3, "task": False}
    cells = [
        _cell(answer, {**shared, "grade_id": "answer", "solution": True, "grade": False, "locked": False}),
        _cell(_CHECKS, {**shared, "grade_id": "checks", "solution": False, "grade": True, "locked": True, "points": 1}),
    ]
    path.parent.mkdir(parents=True)
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    path.write_text(json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}))


def _cell(source: str, told: Mapping[str, object]) -> dict[str, object]:
    cell = {"cell_type": "code", "id": told["grade_id"], "source": source, "execution_count": None, "outputs": []}
    return {**cell, "metadata": {"nbgrader": told}}


def _environment_of(program: Path, folder: Path) -> dict[str, str]:
    """With the program's own interpreter first, for the kernels that it starts."""
    own = environment_in(folder)
    return {**own, "PATH": f"{program.parent}{os.pathsep}{own['PATH']}", "IPYTHONDIR": str(folder / "ipython")}


def _all(
    commands: Sequence[tuple[list[str], Path]], environment: dict[str, str], jobs: int, good: Sequence[int] = (0,)
) -> tuple[list[int], list[float], float]:
    """Run commands in their folders, so many at a time: exit codes, seconds of each, and of all."""

    def one(command: tuple[list[str], Path]) -> tuple[int, float]:
        words, place = command
        began = time.perf_counter()
        done = subprocess.run(words, cwd=place, env=environment, capture_output=True, text=True, check=False)
        if done.returncode not in good:
            raise SystemExit(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.returncode, time.perf_counter() - began

    started = time.perf_counter()
    with ThreadPoolExecutor(jobs) as pool:
        found = list(pool.map(one, commands))
    whole = time.perf_counter() - started
    return [code for code, _ in found], [seconds for _, seconds in found], whole

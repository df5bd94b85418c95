"""What grading one submission costs: the warm pool beside a bare fork, two workers beside one, and a pytest process.

    python benchmarks/submissions.py [SUBMISSIONS]

The submission is exercise_01's reference. `bare` is what no grader can go below here: a fork of the same warm process,
the execution of the same module, the calls that its cases make, and the exit. Prints medians and ratios; exits 1 where
one is over what is promised.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from grader.answers import answer_key
from grader.course import Course
from grader.grading import Circumstances, grade
from grader.sandbox.levels import choose
from grader.submission import Submission

ROOT = Path(__file__).resolve().parent.parent
EXERCISE, LEVEL = "exercise_01", 3
OVER_BARE, TWO_WORKERS, OVER_PYTEST = 2.5, 1.7, 100.0
PYTEST_RUNS = 5


def main() -> None:
    """Measure, print, and judge."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    bare = _bare_seconds(count)
    warm = grader()
    one_by_one = _times(warm, count)
    one, two = _throughput(1, count), _throughput(2, count)
    pytest = _pytest_seconds()
    median = statistics.median(one_by_one)
    print(f"{'':34}{'median ms':>10}{'min':>8}{'max':>8}")
    for name, times in (("bare fork", bare), ("a submission, warm, level 3", one_by_one), ("a pytest process", pytest)):
        print(f"{name:34}{1e3 * statistics.median(times):10.2f}{1e3 * min(times):8.2f}{1e3 * max(times):8.2f}")
    over = median / statistics.median(bare)
    ratios = {
        f"over bare (at most {OVER_BARE})": (over, over <= OVER_BARE),
        f"two workers over one (at least {TWO_WORKERS})": (two / one, two / one >= TWO_WORKERS),
        f"quicker than pytest (at least {OVER_PYTEST:g})": (
            statistics.median(pytest) / median,
            statistics.median(pytest) / median >= OVER_PYTEST,
        ),
    }
    for name, (ratio, held) in ratios.items():
        print(f"{name:46}{ratio:8.2f}  {'held' if held else 'NOT HELD'}")
    print(f"throughput: {one:.1f} a second with one worker, {two:.1f} with two")
    sys.exit(0 if all(held for _, held in ratios.values()) else 1)


def grader() -> Callable[[], None]:
    """Grades the submission once, from its text to its report."""
    item = Course(ROOT).find(EXERCISE)
    sandbox = choose(LEVEL).sandbox
    key = answer_key(item, 0, sandbox, None)
    submission = Submission("ada", "exercise_01.py", item.reference().source)
    terms = Circumstances(LEVEL, 0)

    def once() -> None:
        report = grade(item, submission, key, sandbox, terms)
        assert report.full_marks, report

    once()
    return once


def _times(once: Callable[[], None], count: int) -> list[float]:
    times = []
    for _ in range(count):
        started = time.perf_counter()
        once()
        times.append(time.perf_counter() - started)
    return times


_once: Callable[[], None] | None = None


def _prepare() -> None:
    global _once  # noqa: PLW0603  # a worker's own grader, made once
    _once = grader()


def _grade_some(count: int) -> int:
    assert _once is not None
    for _ in range(count):
        _once()
    return count


def _throughput(workers: int, count: int) -> float:
    """Submissions a second with this many workers, each with a zygote that is warm before the clock starts."""
    with ProcessPoolExecutor(workers, initializer=_prepare) as executor:
        list(executor.map(_grade_some, [2] * workers * 2))
        started = time.perf_counter()
        done = sum(executor.map(_grade_some, [10] * (count // 10)))
        return done / (time.perf_counter() - started)


_BARE = """
import json, os, sys, time
from grader.probe.zygote import _load_torch
job = json.load(sys.stdin)
_load_torch(warm=True)
import torch
from grader.probe.observers import Observers

def work():
    space = {"__name__": "student"}
    exec(compile(job["source"], "student.py", "exec"), space)
    student = type("Student", (), {})
    for name, thing in space.items():
        setattr(student, name, staticmethod(thing) if callable(thing) else thing)
    for given, run in job["cases"]:
        scope = {**Observers("student.py", []).scope(), "student": student}
        torch.set_default_dtype(torch.float64)
        for code in given:
            exec(code, scope)
        exec(run, scope)

times = []
for _ in range(job["count"]):
    started = time.perf_counter()
    if (pid := os.fork()) == 0:
        work()
        os._exit(0)
    os.waitpid(pid, 0)
    times.append(time.perf_counter() - started)
print(json.dumps(times))
"""


def _bare_seconds(count: int) -> list[float]:
    item = Course(ROOT).find(EXERCISE)
    exercise = item.exercise
    cases = [([exercise.given, case.given], case.run) for case in exercise.cases for _ in range(case.trials)]
    job = {"source": item.reference().source, "cases": cases, "count": count}
    names = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS")
    environment = {**os.environ, **dict.fromkeys(names, "1")}
    result = subprocess.run(
        [sys.executable, "-c", _BARE],
        input=json.dumps(job),
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [float(seconds) for seconds in json.loads(result.stdout)]


_TEST = """
import torch


def test_the_gradients_are_right():
    for seed in range(8):
        torch.manual_seed(seed)
        x = torch.randn(1, dtype=torch.float64)
        w, b = (torch.randn(1, dtype=torch.float64, requires_grad=True) for _ in range(2))
        space = {}
        exec(open("submission.py").read(), space)
        of_w, of_b = space["gradients"](x, w, b)
        assert torch.allclose(of_w, x) and torch.allclose(of_b, torch.ones(1, dtype=torch.float64))
        assert not (of_w.requires_grad or of_b.requires_grad or x.requires_grad)
"""


def _pytest_seconds() -> list[float]:
    """A fresh pytest process for the submission, with the same checks as a test file."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "submission.py").write_text(Course(ROOT).find(EXERCISE).reference().source)
        Path(folder, "test_submission.py").write_text(_TEST)
        for _ in range(PYTEST_RUNS):
            started = time.perf_counter()
            command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_submission.py"]
            subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
            times.append(time.perf_counter() - started)
    return times


if __name__ == "__main__":
    main()

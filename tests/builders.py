"""Exercises and observations made by hand, as short as a test wants them."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Fields
from pathlib import Path
from typing import Any

import numpy as np

from grader.course import CourseExercise
from grader.errors import SandboxError
from grader.exercise import Case, Exercise
from grader.observation import Array, CaseSeen, Done, Ended, Error, Frame, Loaded, Observation, Tensor, Trial, Value
from grader.observation.job import Job
from grader.observation.values import STORED
from grader.sandbox.fake import FakeSandbox

EXERCISE_YAML = """\
format: 1
id: exercise_07
title: Double it
unit: basics
teaches: [doubling]
prompt: |
  Write `double(x)`.
define:
  double: (x)
hints:
  - Twice.
limits: {seconds: 5, memory_mib: 512}
given: |
  x = torch.ones(3)
cases:
  - name: doubles
    points: 4
    run: |
      y = student.double(x)
    observe:
      y: y
    feedback: Each element is doubled.
  - name: twice
    points: 2
    needs: [doubles]
    run: y = student.double(student.double(x))
    observe:
      y: y
rules:
  - forbid: torch.mul
    why: By hand.
"""


def case(name: str = "first", **fields: Any) -> dict[str, Any]:
    """A case of one trial that calls `student.f` and observes `y`."""
    return {"name": name, "points": 1, "run": "y = student.f(x)", "observe": {"y": "y"}, "trials": 1, **fields}


def exercise(*cases: Fields[str, Any], **fields: Any) -> Exercise:
    """An exercise that defines `f`, with these cases."""
    default = {
        "format": 1,
        "id": "exercise_03",
        "title": "An exercise",
        "unit": "basics",
        "teaches": ["a thing"],
        "prompt": "Write `f(x)`.",
        "define": {"f": "(x)"},
        "cases": list(cases) or [case()],
    }
    return Exercise.model_validate({**default, **fields})


def one_case(**fields: Any) -> Case:
    """A case alone."""
    return Case.model_validate(case(**fields))


def tensor(values: Any, dtype: str = "float64", **fields: Any) -> Tensor:
    """A tensor of these numbers."""
    shape, data = _stored(values, dtype)
    return Tensor(dtype, shape, data, **fields)


def array(values: Any, dtype: str = "float64") -> Array:
    """A NumPy array of these numbers."""
    return Array(dtype, *_stored(values, dtype))


def _stored(values: Any, dtype: str) -> tuple[tuple[int, ...], bytes]:
    stored = STORED[dtype]
    kind = {4: "<c8", 8: "<c16"}[stored.size] if stored.parts == 2 else stored.numpy
    numbers = np.asarray(values).astype(kind)
    return numbers.shape, numbers.tobytes()


def trial(error: Error | None = None, warnings: tuple[Error, ...] = (), **values: Value) -> Trial:
    """What one trial observed."""
    return Trial(tuple(values.items()), error, warnings)


def observation(*cases: Trial | list[Trial] | Ended, loaded: Loaded | None = None, output: str = "") -> Observation:
    """What was seen of a module that defines `f` in line 3: for each case its one trial, its trials, or its end."""
    found = loaded or Loaded(0, defined=(("f", "function"),), lines=(("f", 3),))
    return Observation(found, tuple(_seen(index, each) for index, each in enumerate(cases)), output)


def _seen(index: int, seen: Trial | list[Trial] | Ended) -> CaseSeen | Ended:
    if isinstance(seen, Ended):
        return seen
    return CaseSeen(0, index, tuple(seen) if isinstance(seen, list) else (seen,), 0.25)


def frames(observed: Observation, run: int = 0) -> list[Frame]:
    """The frames with which a child would say this."""
    loaded = [] if observed.loaded is None else [observed.loaded]
    cases = [CaseSeen(run, each.case, each.trials, each.seconds) for each in observed.cases]
    return [*(Loaded(run, *_parts(each)) for each in loaded), *cases, Done(run)]


def _parts(loaded: Loaded) -> tuple[Any, ...]:
    return loaded.defined, loaded.lines, loaded.violations, loaded.error


class BrokenSandbox(FakeSandbox):
    """A sandbox that cannot start a child."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self._reason = reason

    def run(self, job: Job) -> Iterator[Frame]:
        self.jobs.append(job)
        raise SandboxError(self._reason)


def course_exercise(root: Path, text: str = EXERCISE_YAML, mistakes: Fields[str, str] | None = None) -> CourseExercise:
    """An exercise of a course on disk, with a starter, a reference and these mistakes (name -> source)."""
    folder, solutions = root / "exercises" / "exercise_07_double_it", root / "solutions" / "exercise_07_double_it"
    (solutions / "mistakes").mkdir(parents=True)
    folder.mkdir(parents=True)
    (folder / "exercise.yaml").write_text(text, encoding="utf-8")
    (folder / "starter.py").write_text("def double(x):\n    ...\n", encoding="utf-8")
    (solutions / "reference.py").write_text("def double(x):\n    return x + x\n", encoding="utf-8")
    for name, source in (mistakes or {}).items():
        (solutions / "mistakes" / f"{name}.py").write_text(source, encoding="utf-8")
    return CourseExercise(root, folder.name)

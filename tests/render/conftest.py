"""Reports made by hand, one for each thing that a reader may meet, and the renderers to draw them with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.render import html, json, terminal
from grader.report import CaseReport, Cell, Diagnosis, Evidence, Report, Shown

Render = Callable[[Report], str]

_SOURCE = '''"""Zero the gradients."""

import torch


def gradient_of_each_call(f, x, calls):
    gradients = []
    for _ in range(calls):
        y = f(x)
        # one backward pass for each call
        y.backward()
        gradients.append(x.grad)
    return gradients


def clip(x, limit=1.5):
    return torch.where(x.abs() > limit, torch.zeros_like(x), x)
'''

_PROMPT = """\
Write `gradient_of_each_call(f, x, calls)`. It calls `f(x)` as many times as `calls` says, and returns a list of the
gradients, **one for each call**.

- Leave `x` as you found it.
- Do not use `torch.autograd.functional`.

```python
gradients = gradient_of_each_call(f, x, 3)
```
"""

_TEXT = """\
`backward()` does not set `x.grad`, it *adds* to it. Your second gradient is therefore the sum of the first call's and
the second's, the third the sum of all three.

Autograd adds because a tensor that is used twice needs the sum of what flows back from both uses. When does one
computation end here, and the next begin?
"""


def _table(*rows: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.split()) for row in rows)


GRADIENTS = Evidence(
    name="gradients",
    message="gradients: 8 of 15 elements differ; greatest difference 4.16 at [2, 1]",
    expected=Shown(
        text="list of 3 tensors of shape (5,), float64",
        rows=_table(
            "0.4127 -1.0930 0.0281 2.2145 -0.6610",
            "0.0098 -2.1044 0.5177 0.3319 -0.0452",
            "1.7320 -0.9628 0.0007 0.8801 -1.2930",
        ),
    ),
    found=Shown(
        text="list of 3 tensors of shape (5,), float64",
        rows=_table(
            "0.4127 -1.0930 0.0281 2.2145 -0.6610",
            "0.4225 -3.1974 0.5458 2.5464 -0.6610",
            "2.1545 -4.1602 0.5465 3.4265 -0.6610",
        ),
    ),
    differs=((1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (2, 1), (2, 2), (2, 3)),
)

CALLS = Evidence(
    name="calls of f",
    message="calls of f: expected 3, found 4",
    expected=Shown(text="3", rows=(("3",),)),
    found=Shown(text="4", rows=(("4",),)),
    differs=((0, 0),),
)

_CASES = (
    CaseReport(name="a list with a gradient for each call", status="passed", points=1, max_points=1, seconds=0.004),
    CaseReport(
        name="each call has its own gradient",
        status="failed",
        points=0,
        max_points=4,
        message=f"{GRADIENTS.message}; {CALLS.message}",
        feedback="Each gradient must be that of one call alone.",
        seconds=0.0123,
        evidence=(GRADIENTS, CALLS),
    ),
    CaseReport(
        name="a stale gradient is not added",
        status="skipped",
        points=0,
        max_points=2.5,
        message="skipped: “each call has its own gradient” did not pass",
    ),
    CaseReport(
        name="an upstream gradient of the wrong shape is refused",
        status="error",
        points=0,
        max_points=1,
        message="RuntimeError at exercise_03.py:11: grad can be implicitly created only for scalar outputs",
        feedback="The function f may return a vector.",
        seconds=0.002,
    ),
    CaseReport(
        name="no calls, no gradients",
        status="timeout",
        points=0,
        max_points=0.5,
        message="no answer after 10 seconds",
        seconds=10,
    ),
    CaseReport(name="x is left as it was", status="passed", points=1, max_points=1, seconds=0.003),
)

FAILED = Report(
    exercise="exercise_03",
    title="Zero the gradients",
    student="Ada Lovelace",
    file="exercise_03.py",
    status="graded",
    score=2,
    max_score=10,
    cases=_CASES,
    diagnosis=(
        Diagnosis(
            mistake="never_zeroes",
            title="Every gradient also holds the gradients of the calls before it",
            text=_TEXT,
            line=11,
            source="        y.backward()",
        ),
    ),
    isolation=3,
    seed=0,
    versions={"grader": "0.1.0", "torch": "2.9.1", "python": "3.12.4"},
    prompt=_PROMPT,
    hints=("What is in `x.grad` before the second call?", "Who could empty it, and when?"),
    links=("Autograd mechanics", "torch.Tensor.grad"),
    source=_SOURCE,
    output="".join(f"call {number}: grad = {number * 0.4127:.4f}\n" for number in range(1, 15)),
    command="grade exercise_03 exercise_03.py --seed 0",
)

PERFECT = FAILED.model_copy(
    update={
        "score": 10.0,
        "cases": tuple(
            CaseReport(name=case.name, status="passed", points=case.max_points, max_points=case.max_points)
            for case in _CASES
        ),
        "diagnosis": (),
        "output": "",
    }
)

NOT_GRADED = FAILED.model_copy(
    update={
        "status": "not graded",
        "reason": "The child process could not be started: no memory is left on this machine.",
        "score": 0.0,
        "cases": (),
        "diagnosis": (),
        "output": "",
    }
)

UNREADABLE = FAILED.model_copy(
    update={
        "reason": "exercise_03.py:9: SyntaxError: expected ':'",
        "score": 0.0,
        "cases": (),
        "diagnosis": (),
        "output": "",
    }
)

NOTEBOOK = FAILED.model_copy(
    update={
        "file": "notebook.ipynb",
        "source": "import torch\n\n\ndef total(values):\n    loss = 0\n    return loss.item()\n"
        "x = torch.ones(3)\nprint(total(x))",
        "cells": (Cell(number=2, first_line=1), Cell(number=5, first_line=7)),
        "diagnosis": (
            Diagnosis(
                mistake="torch: item",
                title="The number has left the graph",
                text="`item()` gives a Python number, and a Python number remembers nothing.",
                line=6,
                cell=2,
                source="    return loss.item()",
                certainty="same error",
            ),
            Diagnosis(
                mistake="rule: no print",
                title="The exercise asks for no output",
                text="Return the value.",
                line=2,
                cell=5,
                source="print(total(x))",
                certainty="found in the code",
            ),
        ),
    }
)

REPORTS = {
    "failed": FAILED,
    "perfect": PERFECT,
    "not graded": NOT_GRADED,
    "unreadable": UNREADABLE,
    "notebook": NOTEBOOK,
}


def _narrow(report: Report) -> str:
    return terminal.render(report, width=40, color=False)


def _wide(report: Report) -> str:
    return terminal.render(report, width=200, color=False)


def _coloured(report: Report) -> str:
    return terminal.render(report, width=80, color=True)


TERMINALS: dict[str, Render] = {"narrow": _narrow, "wide": _wide, "coloured": _coloured}
RENDERERS: dict[str, Render] = {**TERMINALS, "html": html.render, "json": json.render}


@pytest.fixture(params=list(REPORTS))
def report(request: pytest.FixtureRequest) -> Report:
    """Each of the reports in turn."""
    return REPORTS[request.param]


@pytest.fixture(params=list(RENDERERS))
def render(request: pytest.FixtureRequest) -> Render:
    """Each of the renderers in turn."""
    return RENDERERS[request.param]


@pytest.fixture(params=list(TERMINALS))
def render_terminal(request: pytest.FixtureRequest) -> Render:
    """The terminal renderer at several widths, with and without colour."""
    return TERMINALS[request.param]


@pytest.fixture(scope="session")
def failed() -> Report:
    return FAILED


@pytest.fixture(scope="session")
def perfect() -> Report:
    return PERFECT


@pytest.fixture(scope="session")
def not_graded() -> Report:
    return NOT_GRADED


@pytest.fixture(scope="session")
def unreadable() -> Report:
    return UNREADABLE


@pytest.fixture(scope="session")
def notebook() -> Report:
    return NOTEBOOK

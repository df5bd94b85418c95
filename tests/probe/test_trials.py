"""Each trial of a case begins anew, sees what the exercise gives it, and ends in what was observed or in an error."""
# ruff: noqa: NPY002  # a student's code may draw from NumPy's global generator

from __future__ import annotations

import sys
import warnings

import numpy as np
import pytest
import torch

from grader.comparison import array_of
from grader.observation import Error, Nothing, Number, Opaque, Sequence, Tensor, Text, Trial
from grader.observation.job import CaseCode, Job, Run
from grader.probe.loading import load
from grader.probe.recording import Recorder
from grader.probe.trials import TrialRunner

NAME = "exercise_03.py"
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(autouse=True)
def restored(monkeypatch):
    """What a module may change in its process is put back; its warnings are kept, and shown to nobody."""
    monkeypatch.setattr(warnings, "showwarning", lambda *_: None)
    yield
    sys.modules.pop("student", None)
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)
    torch.autograd.set_detect_anomaly(False)


def runner_of(source):
    run = Run(source, NAME, (), (0,), ((0,),))
    module, frame = load(Job((), (), (), (run,)), run, 0)
    assert frame.error is None
    return TrialRunner(module, run, Recorder())


def case_of(run="", observe=(), given=()):
    given = (given,) if isinstance(given, str) else given
    return CaseCode(
        "a case", tuple(given), run, tuple((each, each) if isinstance(each, str) else each for each in observe)
    )


def trial_of(source, run="", observe=(), given=()):
    (trial,) = runner_of(source).case(case_of(run, observe, given), (0,))
    return trial


def values_of(trial):
    assert trial.error is None
    return dict(trial.values)


# A trial's values


def test_a_trial_is_given_run_and_observed_in_order():
    trial = trial_of(
        "def double(x):\n    return 2 * x",
        given=("x = torch.arange(3.0)", "shift = 1"),
        run="y = student.double(x) + shift",
        observe=[("result", "y"), "shift", ("name", "student.__name__")],
    )
    assert [name for name, _ in trial.values] == ["result", "shift", "name"]
    assert array_of(trial.values[0][1]).tolist() == [1.0, 3.0, 5.0]
    assert trial.values[1:] == (("shift", Number(1)), ("name", Text("student")))
    assert (trial.error, trial.warnings) == (None, ())


def test_a_lambda_of_the_exercise_sees_the_names_given_before_and_after_it():
    trial = trial_of(
        "",
        given="f = lambda: later",
        run="later = 5",
        observe=["f()", "(lambda: later)()", "[later for _ in range(1)]"],
    )
    assert list(values_of(trial).values()) == [Number(5), Number(5), Sequence((Number(5),))]


def test_every_trial_has_a_scope_of_its_own():
    first, second = runner_of("").case(case_of("seen = 'x' in globals()\nx = 1", ["seen"]), (0, 0))
    assert first == second


def test_the_module_lives_on_from_trial_to_trial():
    runner = runner_of("calls = 0\ndef f():\n    global calls\n    calls += 1\n    return calls")
    trials = runner.case(case_of("n = student.f()", ["n"]), (0, 1, 2))
    assert [values_of(trial)["n"] for trial in trials] == [Number(1), Number(2), Number(3)]


def test_observers_and_recorder_are_those_of_the_trial():
    trial = trial_of(
        "def f(g, x):\n    return [g(x), g(x)]",
        given="g = counted(lambda x: x.exp())\nx = torch.ones(2, requires_grad=True)",
        run="kept = student.f(g, x)",
        observe=["g.calls", "alive_graphs()", "apart(kept)", "requires_grad(kept)", "object()"],
    )
    assert list(values_of(trial).values())[:2] == [Number(2), Number(2)]
    assert values_of(trial)["object()"] == Opaque("object")


# Seeds


DRAWS = "a = torch.rand(1).item(), np.random.rand(), student.draw()"


def drawn(runner, *seeds):
    return [values_of(trial)["a"] for trial in runner.case(case_of(DRAWS, ["a"]), seeds)]


def test_equal_seeds_draw_equal_numbers_and_other_seeds_others():
    source = "import random\ndef draw():\n    return random.random()"
    first, again, other = drawn(runner_of(source), 7, 7, 8)
    assert first == again
    assert all(one != two for one, two in zip(first.items, other.items, strict=True))
    assert drawn(runner_of(source), 7) == [first]


def test_a_seed_of_64_bits_serves_every_generator():
    one, two = drawn(runner_of("import random\ndraw = random.random"), 2**63 - 1, 2**63 - 2)
    assert one != two


# Default dtype


@pytest.mark.parametrize("default", ["float32", "float64", "bfloat16"])
def test_what_is_given_is_float64_and_the_students_code_finds_the_modules_default(default):
    source = f"import torch\ntorch.set_default_dtype(torch.{default})\ndef make():\n    return torch.ones(1)"
    trial = trial_of(
        source,
        given=["x = torch.ones(1)\nlayer = nn.Linear(1, 1)", "z = torch.ones(1)"],
        run="y = student.make()",
        observe=["x", "layer.weight", "z", "y"],
    )
    assert [value.dtype for value in values_of(trial).values()] == ["float64", "float64", "float64", default]


def test_the_default_is_put_back_after_a_given_that_fails():
    trial_of("", given="1 / 0")
    assert torch.get_default_dtype() is torch.float32


# What does not reach the next trial


SPOILERS = {
    "grad mode": "torch.set_grad_enabled(False)",
    "anomaly mode": "torch.autograd.set_detect_anomaly(True)",
    "default dtype": "torch.set_default_dtype(torch.float16)",
    "warning filters": "warnings.simplefilter('error')",
    "the warnings' display": "warnings.showwarning = lambda *_: 1 / 0",
    "all warnings": "warnings.resetwarnings()\n    warnings.simplefilter('ignore')",
}


@pytest.mark.parametrize("spoiler", SPOILERS)
def test_what_a_student_switches_does_not_reach_the_next_trial(spoiler):
    source = (
        "import torch, warnings\ncalls = 0\n"
        "def f():\n    global calls\n    calls += 1\n"
        "    state = [torch.is_grad_enabled(), torch.is_anomaly_enabled(), str(torch.get_default_dtype())]\n"
        "    warnings.warn('old')\n"
        f"    {SPOILERS[spoiler]}\n    return state"
    )
    first, second = runner_of(source).case(case_of("state = student.f()", ["state"]), (1, 2))
    assert first == second
    assert values_of(first)["state"] == record([True, False, "torch.float32"])
    assert [warning.message for warning in second.warnings] == ["old"]


def test_grad_mode_that_the_module_turned_off_at_its_import_is_on_again():
    trial = trial_of("import torch\ntorch.set_grad_enabled(False)", run="on = grad_mode()", observe=["on"])
    assert values_of(trial) == {"on": record(True)}


def record(thing):
    return Recorder().value(thing)


def test_the_tests_own_filters_are_back_after_a_trial():
    before = (list(warnings.filters), warnings.showwarning)
    trial_of("import warnings", run="student.warnings.simplefilter('error')")
    assert (list(warnings.filters), warnings.showwarning) == before


# Errors


def test_an_error_ends_the_trial_with_the_students_deepest_line_and_keeps_what_was_observed():
    trial = trial_of(
        "def f(x):\n    return g(x)\n\ndef g(x):\n    return x.no_such_method()",
        given="x = torch.ones(1)",
        observe=[("before", "1"), ("it", "student.f(x)"), ("after", "2")],
    )
    assert trial == Trial(
        (("before", Number(1)),),
        Error("AttributeError", "'Tensor' object has no attribute 'no_such_method'", 5, "return x.no_such_method()"),
    )


@pytest.mark.parametrize(
    ("source", "run", "given", "expected"),
    [
        ("", "", "1 / 0", Error("ZeroDivisionError", "division by zero")),
        ("", "student.f()", (), Error("AttributeError", "module 'student' has no attribute 'f'")),
        (
            "def f(g):\n    y = 1\n    return g(y)",
            "student.f(g)",
            "def g(y):\n    raise ValueError('in what was given')",
            Error("ValueError", "in what was given", 3, "return g(y)"),
        ),
        ("def f():\n    raise SystemExit(3)", "student.f()", (), Error("SystemExit", "3", 2, "raise SystemExit(3)")),
        (
            "def f():\n    raise KeyboardInterrupt",
            "student.f()",
            (),
            Error("KeyboardInterrupt", "", 2, "raise KeyboardInterrupt"),
        ),
        (
            "def f(x):\n    pass",
            "student.f()",
            (),
            Error("TypeError", "f() missing 1 required positional argument: 'x'"),
        ),
    ],
)
def test_whatever_is_raised_is_the_trials_error(source, run, given, expected):
    assert trial_of(source, run, given=given).error == expected


def test_endless_recursion_is_an_error_of_the_student():
    error = trial_of("def f(n):\n    return f(n + 1)", "student.f(0)").error
    assert (error.type, error.line) == ("RecursionError", 2)


def test_an_exception_that_cannot_be_printed_is_an_error_without_text():
    source = "class Own(Exception):\n    def __str__(self):\n        raise RuntimeError\n\ndef f():\n    raise Own"
    assert trial_of(source, "student.f()").error == Error("Own", "", 6, "raise Own")


def test_a_failing_trial_does_not_spoil_the_next():
    source = "calls = 0\ndef f():\n    global calls\n    calls += 1\n    return 1 / (calls - 1)"
    first, second = runner_of(source).case(case_of("y = student.f()", ["y"]), (0, 0))
    assert first.error.type == "ZeroDivisionError"
    assert values_of(second) == {"y": Number(1.0)}


# The in-place error

SPOILED = "def f(x):\n    y = x.exp()\n    z = y.sin()\n    y.add_(1)\n    print('spoiled')\n    return z.sum()\n"
GIVEN = "x = torch.ones(3, requires_grad=True)"


def is_the_in_place_error(error, *, line=None):
    assert error.type == "RuntimeError"
    assert "modified by an inplace operation" in error.message
    assert (error.line, error.forward_line, error.forward_source) == (line, 3, "z = y.sin()")
    return True


def test_an_in_place_error_names_the_line_of_the_operation_that_was_spoiled():
    trial = trial_of(SPOILED, "student.f(x).backward()", given=GIVEN)
    assert is_the_in_place_error(trial.error)


def test_an_in_place_error_in_the_students_own_backward_has_both_lines():
    trial = trial_of(SPOILED + "def g(x):\n    f(x).backward()", "student.g(x)", given=GIVEN)
    assert is_the_in_place_error(trial.error, line=8)


def test_an_in_place_error_that_was_observed_as_an_outcome_has_its_line_too():
    observe = [("outcome", "outcome(lambda: student.f(x).backward())"), ("grad", "x.grad")]
    trial = trial_of(SPOILED, given=GIVEN, observe=observe)
    assert is_the_in_place_error(values_of(trial)["outcome"])
    assert values_of(trial)["grad"] == Nothing()


def test_the_second_run_for_that_line_shows_nothing_and_leaves_anomaly_mode_off(capfd):
    runner = runner_of(SPOILED)
    runner.case(case_of("student.f(x).backward()", given=GIVEN), (0,))
    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("spoiled\n", "")
    assert torch.is_anomaly_enabled() is False
    assert sys.stdout is not None


def test_a_students_identical_words_without_a_forward_pass_have_no_forward_line():
    trial = trial_of("def f():\n    raise RuntimeError('modified by an inplace operation')", "student.f()")
    assert (trial.error.line, trial.error.forward_line, trial.error.forward_source) == (2, None, None)


# Warnings


def test_the_warning_about_the_grad_of_a_non_leaf_is_kept_with_its_line_in_every_trial():
    source = "def f(x):\n    y = x * 2\n    y.sum().backward()\n    return y.grad"
    for trial in runner_of(source).case(case_of("g = student.f(x)", ["g"], GIVEN), (0, 1)):
        (warning,) = trial.warnings
        assert warning.message.startswith(
            "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed."
        )
        assert (warning.type, warning.line, warning.source) == ("UserWarning", 4, "return y.grad")


def test_warnings_at_lines_of_others_are_shown_and_not_kept():
    shown = []
    with warnings.catch_warnings():
        warnings.showwarning = lambda message, *_: shown.append(str(message))
        trial = trial_of(
            "import warnings\ndef f():\n    warnings.warn('mine')",
            "student.f()\nstudent.warnings.warn('the case')",
        )
    assert trial.warnings == (Error("UserWarning", "mine", 3, "warnings.warn('mine')"),)
    assert shown == ["mine", "the case"]


def test_of_many_warnings_eight_are_kept():
    trial = trial_of("import warnings\ndef f(n):\n    warnings.warn(f'number {n}')", "for n in range(20): student.f(n)")
    assert [warning.message for warning in trial.warnings] == [f"number {n}" for n in range(8)]


def test_a_warning_that_cannot_be_printed_is_kept_without_text():
    source = (
        "import warnings\nclass Own(UserWarning):\n    def __str__(self):\n        raise RuntimeError\n\n"
        "def f():\n    warnings.showwarning(Own(), Own, __file__, 7)"
    )
    assert trial_of(source, "student.f()") == Trial(
        (), None, (Error("Own", "", 7, "warnings.showwarning(Own(), Own, __file__, 7)"),)
    )


# Budgets


def test_tensors_are_counted_anew_for_each_case_and_bytes_are_not():
    runner = runner_of("")
    case = case_of("many = [torch.ones(1)] * 200", ["many"])
    first, second = runner.case(case, (0, 0))
    assert [isinstance(value, Tensor) for value in values_of(first)["many"].items] == [True] * 200
    assert [isinstance(value, Tensor) for value in values_of(second)["many"].items] == [True] * 56 + [False] * 144
    assert all(isinstance(value, Tensor) for value in values_of(runner.case(case, (0,))[0])["many"].items)


def test_a_numpy_seed_is_set_from_the_trials_own():
    (trial,) = runner_of("").case(case_of("n = np.random.randint(10**9)", ["n"]), (5,))
    np.random.seed(5)
    assert values_of(trial) == {"n": Number(np.random.randint(10**9))}

"""Anomaly mode says where a value was made: at a line of the student's, and at none of the harness's."""

from __future__ import annotations

import re
import sys
import warnings

import pytest
import torch
import torch.fx.traceback as stacks

from grader.observation.job import CaseCode, Job, Run
from grader.probe import anomaly
from grader.probe.loading import load
from grader.probe.recording import Recorder
from grader.probe.trials import TrialRunner

NAME = "exercise_25.py"
SOURCE = """import torch

def root(x):
    return x.sqrt() * 0

def under_anomaly_mode(f, x):
    with torch.autograd.detect_anomaly():
        f(x).sum().backward()

def without_a_line_of_its_own(y):
    y.sum().backward()
"""


@pytest.fixture(autouse=True)
def restored(monkeypatch):
    monkeypatch.setattr(stacks, "format_stack", stacks.format_stack)
    yield
    sys.modules.pop("student", None)
    torch.autograd.set_detect_anomaly(False)


def told(source, run=""):
    """What is said of where values were made, of a module and then of a case that runs this."""
    given = ("x = torch.zeros(2, requires_grad=True)",)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        whole = Run(source, NAME, (), (0,), ((0,),))
        module, frame = load(Job((), (), (), (whole,)), whole, 0)
        assert frame.error is None
        warnings.showwarning = lambda message, category, *_: caught.append(
            warnings.WarningMessage(message, category, "", 0)
        )
        TrialRunner(module, whole, Recorder()).case(CaseCode("a case", given, run, ()), (0,))
    text = "".join(str(each.message) for each in caught if "Error detected" in str(each.message))
    return re.sub(r" \(Triggered internally.*?\)", "", text)


WHERE = "Error detected in SqrtBackward0. Traceback of forward call that caused the error:\n"
LINES = (
    f'  File "{NAME}", line 8, in under_anomaly_mode\n    f(x).sum().backward()\n'
    f'  File "{NAME}", line 4, in root\n    return x.sqrt() * 0\n'
)


def test_in_a_case_the_lines_are_the_student_s_alone():
    assert told(SOURCE, "student.under_anomaly_mode(student.root, x)") == WHERE + LINES


def test_at_the_import_of_the_module_they_are_too():
    call = "try:\n    under_anomaly_mode(root, torch.zeros(1, requires_grad=True))\nexcept RuntimeError:\n    pass\n"
    of_call = (
        f'  File "{NAME}", line 13, in <module>\n    under_anomaly_mode(root, torch.zeros(1, requires_grad=True))\n'
    )
    assert told(SOURCE + call) == WHERE + of_call + LINES


def test_a_line_of_torch_or_of_the_exercise_in_between_is_left_out():
    run = "student.under_anomaly_mode(lambda x: torch.nn.Sequential(torch.nn.Identity())(x).sqrt() * 0, x)"
    assert told(SOURCE, run) == WHERE + LINES.partition('  File "exercise_25.py", line 4')[0]


def test_a_value_that_no_line_of_the_student_s_made_is_said_to_be_so():
    run = "torch.autograd.set_detect_anomaly(True)\nstudent.without_a_line_of_its_own(x.sqrt() * 0)"
    assert told(SOURCE, run) == f"{WHERE}  no line of {NAME}\n"


def test_where_torch_has_no_such_function_nothing_breaks(monkeypatch):
    monkeypatch.delattr(stacks, "format_stack")
    anomaly.show_only(NAME)
    assert not hasattr(stacks, "format_stack")


def test_no_file_is_opened_for_a_frame_that_is_not_the_student_s(monkeypatch):
    read = []
    monkeypatch.setattr("linecache.updatecache", lambda name, *_: read.append(name) or [])
    anomaly.show_only(NAME)
    space = {"stacks": stacks}
    exec(compile("found = stacks.format_stack()", "/etc/hostname", "exec"), space)
    assert space["found"] == [f"  no line of {NAME}\n"]
    assert read == []

"""Forging a result: whatever a submission does to the machinery around it, marks are for right numbers alone."""

from __future__ import annotations

import pytest
from attacking import RIGHT, WRONG, attempt, block

IMPORTS = """\
import atexit, builtins, ctypes, dataclasses, gc, json, os, struct, sys, threading, types
import torch
"""

# What is done where the module is imported; its `gradient` is WRONG. In the end nothing is right, whatever it costs.

AT_IMPORT = {
    "torch.allclose says yes": "torch.allclose = torch.equal = lambda *a, **k: True",
    "every tensor equals everything": "torch.Tensor.__eq__ = torch.Tensor.equal = lambda *a, **k: True",
    "torch.testing says nothing": "import torch.testing; torch.testing.assert_close = lambda *a, **k: None",
    "numpy says yes": "import numpy; numpy.allclose = numpy.array_equal = lambda *a, **k: True",
    "math is close": "import math; math.isclose = lambda *a, **k: True",
    "builtins lie": "builtins.all = builtins.any = builtins.isinstance = builtins.issubclass = lambda *a: True",
    "abs is zero": "builtins.abs = builtins.max = builtins.sum = builtins.len = lambda *a, **k: 0",
    "asserts are off": "import unittest; unittest.TestCase.assertEqual = lambda *a, **k: None; sys.flags",
    "the judge is replaced": "judge = sys.modules['grader.judge'] = types.ModuleType('grader.judge')\n"
    "judge.judge = lambda *a: ()",
    "the comparison is replaced": "sys.modules['grader.comparison'] = types.ModuleType('grader.comparison')",
    "the wire is replaced": "sys.modules['grader.observation'].encode = sys.modules['grader.observation.wire'].encode"
    " = lambda frame: b''",
    "the child's encode is replaced": "sys.modules['grader.probe.child'].encode = lambda frame: b''",
    "the child's send is silent": "sys.modules['grader.probe.child'].send = lambda *a: None",
    "the recorder records nothing": "sys.modules['grader.probe.recording'].Recorder.value = lambda *a: None",
    "the recorder records sevens": "from grader.observation import Number\n"
    "sys.modules['grader.probe.recording'].Recorder.value = lambda *a: Number(7)",
    "the trials are never run": "sys.modules['grader.probe.trials'].TrialRunner.case = lambda *a: ()",
    "the trials are empty": "from grader.observation import Trial\n"
    "sys.modules['grader.probe.trials'].TrialRunner.case = lambda *a: (Trial(), Trial())",
    "the compiled code of the exercise is another": "sys.modules['grader.probe.trials']._compiled = "
    "lambda code, mode: compile('None', 'x', mode)",
    "eval answers None": "builtins.eval = lambda *a: None",
    "exec does nothing": "builtins.exec = lambda *a: None",
    "the seed is another": "torch.manual_seed = lambda seed: None",
    "randn is ones": "torch.randn = lambda *a, **k: torch.ones(4, dtype=torch.float64, requires_grad=True)",
    "the frame's classes are others": "sys.modules['grader.observation.frames'].CaseSeen.__init__ = lambda *a: None",
    "json writes nothing": "json.dumps = lambda *a, **k: '[]'",
    "struct packs nothing": "struct.pack = lambda *a: b''",
    "every function of the probe is a trace's": "import threading\nfor frame in [sys._getframe(n) for n in range(5)]:"
    " frame.f_trace = lambda *a: None",
    "a trace function": "sys.settrace(lambda *a: None)",
    "a profiler that leaves": "sys.setprofile(lambda frame, event, a: os._exit(0) if event == 'c_call' else None)",
    "an audit hook that leaves": "sys.addaudithook(lambda name, a: os._exit(0) if name == 'compile' else None)",
    "exit when it is over": "atexit.register(lambda: os.write(3, b'x' * 100))",
    "no exit": "os._exit = sys.exit = lambda *a: None",
    "exit with success": "sys.exit(0)",
    "quit": "quit()",
    "leave at once": "os._exit(0)",
    "SystemExit full marks": "raise SystemExit('6/6')",
    "the frames' pipe is closed": "os.close(3)",
    "all pipes are closed": "os.closerange(0, 100)",
    "the frames go to nowhere": "os.dup2(os.open('/dev/null', os.O_RDWR), 3)",
    "an empty class of the Frame": "import grader.observation.frames as f; f.Frame = object",
    "a module of another name": "sys.modules['student'] = types.ModuleType('student')",
    "its code object is another": "sys._getframe().f_globals.clear()",
    "a thread that goes on talking": "threading.Thread(target=lambda: [print('6/6') for _ in range(100)]).start()",
    "stdout says passed": "print('all cases passed, score 6.0')",
    "the marks are printed as JSON": "print(json.dumps({'score': 6.0, 'status': 'graded'}))",
}


@pytest.mark.parametrize("code", AT_IMPORT.values(), ids=AT_IMPORT)
def test_whatever_is_patched_at_import_a_wrong_answer_gets_nothing(strict, mark, code):
    report = mark(strict, f"{IMPORTS}{WRONG}\n{code}\n")
    assert (report.status, report.score) == ("graded", 0.0)


# Frames of its own

FRAMES = """\
import os, struct, sys
from grader.observation import *
import torch


def write(*frames):
    os.write(3, b''.join(encode(frame) for frame in frames))

def trial(dtype="float64", shape=(4,), data=bytes(32), calls=1):
    return Trial((("gradient", Tensor(dtype, shape, data)), ("shape", Sequence((Number(4),)))))

def count(calls):
    return Trial((("calls of f", Number(calls)),))

ZEROS = CaseSeen(0, 0, (trial(), trial()), 0.0)
THRICE = CaseSeen(0, 1, (count(3), count(3)), 0.0)

def gradient(f, x):
    return torch.zeros(4)
"""
SENT = {
    "at import, all that is due": "write(Loaded(0, (('gradient', 'function'),)), ZEROS, THRICE, Done(0))",
    "all that is due, and more at once": "write(Loaded(0), ZEROS, THRICE, Done(0), Done(0))",
    "at import, and gone": "write(Loaded(0, (('gradient', 'function'),)), ZEROS, THRICE, Done(0)); os._exit(0)",
    "only Done": "write(Done(0)); os._exit(0)",
    "Loaded, then Done": "write(Loaded(0, (('gradient', 'function'),)), Done(0)); os._exit(0)",
    "no trials": "write(Loaded(0), CaseSeen(0, 0, (), 0.0), CaseSeen(0, 1, (), 0.0), Done(0))",
    "empty trials": "write(Loaded(0, (('gradient', 'f'),)), CaseSeen(0, 0, (Trial(), Trial()), 0.0),"
    " CaseSeen(0, 1, (Trial(), Trial()), 0.0), Done(0))",
    "cases of another run": "write(Loaded(1), CaseSeen(1, 0, (trial(), trial()), 0.0), Done(1))",
    "a case that is not there": "write(Loaded(0), CaseSeen(0, 7, (trial(), trial()), 0.0))",
    "the same case a hundred times": "write(Loaded(0), *[ZEROS] * 100)",
    "Ready for more time": "write(*[Ready(())] * 100)",
    "a report": 'os.write(3, b\'{"score": 6.0, "status": "graded"}\')',
    "no frame at all": "os.write(3, os.urandom(5000))",
    "a header without end": "os.write(3, struct.pack('>II', 2**32 - 1, 0))",
    "a blob without end": "os.write(3, struct.pack('>II', 10, 2**32 - 1))",
    "half a frame": "os.write(3, encode(ZEROS)[:40])",
    "half a frame, and gone": "os.write(3, encode(Loaded(0))[:10]); os._exit(0)",
    "a frame of nothing": "os.write(3, struct.pack('>II', 0, 0))",
    "a frame of nested lists": "os.write(3, struct.pack('>II', 60000, 0) + b'[' * 60000)",
    "a frame of another kind": "os.write(3, struct.pack('>II', 11, 0) + b'[\"x\",{}]   ')",
    "Ended, as the sandbox says it": "write(Ended(EndKind.TIMEOUT, 'as if'))",
    "a pickle": "import pickle; os.write(3, pickle.dumps(ZEROS))",
    "NaN as seconds": "write(Loaded(0), CaseSeen(0, 0, (trial(), trial()), float('nan')))",
    "to every descriptor": "[os.write(n, encode(Loaded(0)) + encode(Done(0))) for n in range(1, 4)]",
    "as prints": "[os.write(n, encode(Loaded(0)) + encode(ZEROS)) for n in (1, 2)]",
}


@pytest.mark.parametrize("code", SENT.values(), ids=SENT)
def test_frames_of_its_own_get_nothing(strict, mark, code):
    report = mark(strict, f"{FRAMES}\n{code}\n")
    assert (report.status, report.score) == ("graded", 0.0)


# What breaks the probe is listed apart, for a person to look at, and is worth nothing

BREAKS = {
    "types that lie": "builtins.type = lambda *a: float",
    "a trace function that raises": "def trace(*a): raise SystemExit\nsys.settrace(trace)",
    "the probe's word for it": (
        "from grader.observation import Failed, encode\nos.write(3, encode(Failed('<b>no disk</b>')))"
    ),
}


@pytest.mark.parametrize("code", BREAKS.values(), ids=BREAKS)
def test_who_breaks_the_probe_has_no_marks(strict, mark, code):
    report = mark(strict, f"{IMPORTS}{RIGHT}\n{code}\n")
    assert (report.status, report.score) == ("not graded", 0.0)
    assert report.reason.startswith("the probe failed: ")


# Lies of the answer itself

LIES = {
    "equal to everything": "class Lie(torch.Tensor):\n    __eq__ = lambda *a: True\n    __hash__ = None",
    "torch functions say yes": (
        "class Lie(torch.Tensor):\n    @classmethod\n    def __torch_function__(*a): return True"
    ),
    "a float that is close": "class Lie(float):\n    __eq__ = __le__ = __ge__ = lambda *a: True\n"
    "    __sub__ = __rsub__ = lambda *a: 0.0\n    __hash__ = None\n    __new__ = lambda cls, x: float.__new__(cls, 7)",
    "an int in a class": (
        "class Lie(int):\n    __new__ = lambda cls, x: int.__new__(cls, 7)\n    __eq__ = lambda *a: True"
    ),
    "an object of all classes": "class Lie:\n    __class__ = torch.Tensor\n    __init__ = lambda *a: None\n"
    "    __eq__ = lambda *a: True\n    __getattr__ = lambda self, name: Lie",
    "a mock": "from unittest.mock import MagicMock\nLie = lambda x: MagicMock()",
    "a mock of a tensor": "from unittest.mock import MagicMock\nLie = lambda x: MagicMock(spec=torch.Tensor)",
    "the recorder's own class": (
        "from grader.observation import Tensor\nLie = lambda x: Tensor('float64', (4,), bytes(32))"
    ),
    "an error of its own": "from grader.observation import Error\nLie = lambda x: Error('x', 'y')",
    "an array that says it is a tensor": "import numpy\nclass Lie(numpy.ndarray):\n    __class__ = torch.Tensor\n"
    "    __new__ = lambda cls, x: numpy.zeros(4).view(cls)\n    shape = (4,)",
    "an array": "import numpy\nLie = lambda x: numpy.zeros(4)",
    "a list": "Lie = lambda x: [0.0] * 4",
    "a generator": "Lie = lambda x: (0.0 for _ in x)",
    "a coroutine": "async def Lie(x): return x",
    "a class": "class Lie(torch.Tensor): pass\nLie = lambda x, c=Lie: c",
    "a descriptor": "class Lie:\n    def __init__(self, x): pass\n    __get__ = lambda self, *a: torch.zeros(4)\n"
    "    __torch_tensor__ = __array__ = lambda self: torch.zeros(4)",
}


@pytest.mark.parametrize("code", LIES.values(), ids=LIES)
def test_a_lying_answer_is_a_wrong_one(strict, mark, code):
    source = f"import torch\n{code}\n\ndef gradient(f, x):\n    f(x)\n    f(x)\n    return Lie(torch.zeros(4))\n"
    report = mark(strict, source)
    assert (report.status, report.score) == ("graded", 0.0)
    assert report.cases[0].status in ("failed", "error")


# The machinery is in the same process: what can be found in it is no answer, and what can be turned in it no mark

REACHES = {
    "the caller's frame": "frame = sys._getframe(1)\nscope = frame.f_locals",
    "all frames": "frame, scope = sys._getframe(), {}\nwhile frame := frame.f_back: scope |= frame.f_locals",
    "the garbage collector": "scope = {k: v for d in gc.get_objects() if type(d) is dict and 'counted' in d "
    "for k, v in d.items()}",
    "the modules": "scope = {name: vars(module) for name, module in list(sys.modules.items()) if 'grader' in name}",
}
ANSWERS = {"expect", "expected", "reference", "answer", "answers", "solution", "key", "points", "tolerance", "mistakes"}
LISTED = """
names = set(scope)
for value in list(scope.values()):
    if type(value) is dict:
        names |= set(map(str, value))
return sorted(map(str, names))
"""


@pytest.mark.parametrize("code", REACHES.values(), ids=REACHES)
def test_nothing_around_it_has_the_name_of_an_answer(strict, code):
    names = set(attempt(strict, block(f"{code}{LISTED}")))
    assert names & {"counted", "grader.probe.child", "job", "code"}  # it did reach them
    assert names & ANSWERS == set()


TURNS = {
    "the input": "above('x')['x'].data.zero_()",
    "the scope": "sys._getframe(1).f_globals.update(g=torch.zeros(4, dtype=torch.float64), x=torch.zeros(4))",
    "the generator": "torch.manual_seed(1)",
    "the trial's values": "above('values')['values'].append(('gradient', None))",
    "the recorder": "above('self')['self']._recorder.value = lambda thing: None",
    "the job": "above('seeds', 'job').update(job=None, seeds=())",
    "the exercise's code": "object.__setattr__(above('case')['case'], 'observe', ())",
    "the module's answer": "sys.modules['student'].gradient = lambda f, x: torch.zeros(4)",
    "a trace of the caller": "sys._getframe(1).f_trace = lambda *a: os._exit(0)",
}
ABOVE = """
def above(*names):
    frame = sys._getframe()
    while not set(names) <= set(frame.f_locals):
        frame = frame.f_back
    return frame.f_locals

"""


@pytest.mark.parametrize("code", TURNS.values(), ids=TURNS)
def test_what_is_turned_while_it_runs_makes_no_wrong_answer_right(strict, mark, code):
    turned = WRONG.replace("    f(x)\n", f"    {code}\n    f(x)\n", 1)
    report = mark(strict, f"{IMPORTS}{ABOVE}{turned}")
    assert (report.status, report.score) == ("graded", 0.0)


# What was asked, and how it was done

RULED = """\
import dataclasses, os, sys
import torch
from torch.autograd import functional
import grader.probe.child as child
from grader.observation import CaseSeen, Done, Loaded, encode


def gradient(f, x):
    return functional.vjp(f, x)[1]
"""
HIDES = {
    "openly": "",
    "by the child's send": "send = child.send\nchild.send = lambda pipe, frame: send(pipe, dataclasses.replace(frame, "
    "violations=()) if type(frame) is Loaded else frame)",
    "by the child's encode": "child.encode = lambda frame: encode(dataclasses.replace(frame, violations=()) if "
    "type(frame) is Loaded else frame)",
    "by the frame's class": "child.Loaded = Loaded\nset_ = object.__setattr__\n"
    "after = Loaded.__init__\ndef init(self, *a, **k):\n    after(self, *a, **k)\n    set_(self, 'violations', ())\n"
    "Loaded.__init__ = init",
    "by the locals of its caller": "import ctypes\nframe = sys._getframe(2)\n"
    "getattr(frame.f_locals.get('broken'), 'clear', str)()",
    "by a frame ahead": "os.write(3, encode(Loaded(0, (('gradient', 'function'),))))",
    "by a frame in its place": "os.write(3, encode(Loaded(0, (('gradient', 'function'),))))\nsend = child.send\n"
    "child.send = lambda pipe, frame: type(frame) is Loaded or send(pipe, frame)",
}


@pytest.mark.parametrize("code", HIDES.values(), ids=HIDES)
def test_a_broken_rule_cannot_be_hidden(strict, mark, code):
    report = mark(strict, f"{RULED}\n{code}\n")
    assert (report.status, report.score) == ("graded", 0.0)


TWICE = RIGHT.replace("    return", "    f(x)\n    REWIND\n    return")
REWINDS = {
    "as it is": "pass",
    "its count": "f._count = [1]",
    "the tally": "f._tally.counts[0] = 1",
    "the tally and its list": "f._tally.counts = [1]",
    "another tally": "f._tally = type(f._tally)(); f._tally.counts = [1]",
    "another counter": "f._counter = f._tally.new(); f._tally.counts[f._counter] = 1",
}


@pytest.mark.parametrize("code", REWINDS.values(), ids=REWINDS)
def test_a_count_cannot_be_rewound(strict, mark, code):
    report = mark(strict, IMPORTS + TWICE.replace("REWIND", code))
    assert report.status == "graded"
    assert report.cases[1].status in ("failed", "error")


# The right answer, however it is surrounded

HONEST = {
    "plain": "",
    "prints": "print('6/6')",
    "patches of its own": "torch.Tensor.grad_of = lambda self: self.grad",
    "warnings": "import warnings; warnings.warn('careful')",
    "a handler at exit": "atexit.register(print, 'bye')",
    "a thread at import": "thread = threading.Thread(target=print); thread.start(); thread.join()",
    "a profiler": "sys.setprofile(lambda *a: None)",
    "a tracer": "sys.settrace(lambda *a: None)",
    "a hook of exceptions": "sys.excepthook = print",
    "standard streams of its own": "import io; sys.stdout = sys.stderr = io.StringIO()",
    "closed streams": "sys.stdout.close()",
}


@pytest.mark.parametrize("code", HONEST.values(), ids=HONEST)
def test_a_right_answer_has_full_marks(strict, mark, code):
    report = mark(strict, f"{IMPORTS}{RIGHT}\n{code}\n")
    assert (report.status, report.score, [case.message for case in report.cases]) == ("graded", 6.0, ["", ""])

"""What the hostile tests share. A submission is a string of Python; what became of it is a short value."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from builders import exercise

from grader.answers import AnswerKey
from grader.comparison import array_of
from grader.exercise import Exercise
from grader.grading import Circumstances, grade
from grader.observation import Ended, Error, Mapping, Nothing, Observation, Opaque, Sequence, Tensor, Value
from grader.observation.job import CaseCode, Job, Limits, Run
from grader.report import Report
from grader.sandbox import Sandbox, observe
from grader.submission import Submission

FILE = "exercise_03.py"
SECRET = "sesame-is-never-told"  # in the environment, in files, and in the memory of the process that grades

# The way of most attacks: one function, whose answer says what happened.

PRELUDE = """\
import ctypes, errno, gc, os, signal, socket, struct, subprocess, sys, tempfile, threading, time
import numpy as np
import torch
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long


def call(number, *arguments):
    ctypes.set_errno(0)
    plain = [ctypes.c_long(each) if type(each) is int else each for each in arguments]
    failed = libc.syscall(ctypes.c_long(number), *plain) == -1
    return errno.errorcode[ctypes.get_errno()] if failed else "done"


def tried(action):
    try:
        found = action()
    except OSError as error:
        return errno.errorcode.get(error.errno, type(error).__name__)
    except BaseException as error:
        return type(error).__name__
    return found if type(found) in (str, int, bool, list) else "done"


"""


def expression(text: str) -> str:
    """A submission whose `probe_it` answers with this expression."""
    return f"{PRELUDE}def probe_it():\n    return {text}\n"


def action(text: str) -> str:
    """A submission whose `probe_it` answers with the name of the error that the expression raises, or "done"."""
    return expression(f"tried(lambda: {text})")


def block(text: str) -> str:
    """A submission whose `probe_it` has these lines as its body."""
    lines = "".join(f"    {line}\n" for line in text.strip("\n").split("\n"))
    return f"{PRELUDE}def probe_it():\n{lines}"


def seen(sandbox: Sandbox, source: str, *expressions: str, given: str = "", **limits: Any) -> Observation:
    """The observation of a submission: a case for each expression."""
    return observe(sandbox, job_of(source, *expressions, given=given, **limits))[0]


def job_of(source: str, *expressions: str, given: str = "", **limits: Any) -> Job:
    """A job with a case for each expression."""
    wanted = expressions or ("student.probe_it()",)
    cases = tuple(CaseCode(each, (given,), "", (("it", each),)) for each in wanted)
    run = Run(source, FILE, (), tuple(range(len(cases))), ((0,),) * len(cases))
    held = Limits(**{"wall_seconds": 6.0, "cpu_seconds": 12.0, "memory_mib": 512, **limits})
    return Job(cases, (), ("probe_it",), (run,), held)


def attempt(sandbox: Sandbox, source: str, given: str = "", **limits: Any) -> Any:
    """What `probe_it()` answered, as plain Python; "Type: message" for an error, "kind: detail" for an end."""
    return outcome(seen(sandbox, source, given=given, **limits))


def outcome(observed: Observation, case: int = 0) -> Any:
    """What became of a case."""
    found = observed.cases[case]
    if observed.loaded is not None and observed.loaded.error is not None:
        return plain(observed.loaded.error)
    if isinstance(found, Ended):
        return f"{found.kind.value}: {found.detail}"
    (trial,) = found.trials
    return plain(trial.error) if trial.error else plain(trial.values[0][1])


def plain(value: Value) -> Any:
    """A value as Python's own."""
    match value:
        case Nothing():
            return None
        case Sequence(items):
            return [plain(item) for item in items]
        case Mapping(items):
            return {plain(key): plain(item) for key, item in items}
        case Error(type=kind, message=message):
            return f"{kind}: {message}"
        case Opaque(kind, reason):
            return f"<{kind}> {reason}".strip()
        case Tensor(data=data):
            return value if data is None else array_of(value).tolist()
        case _:
            return value.value if hasattr(value, "value") else value


def open_to_all(folder: Path) -> None:
    """Let every user come to this folder of pytest's, as modes go: only the sandbox is to be what keeps one out."""
    for each in (folder, *folder.parents[:2]):
        each.chmod(0o755)


# Processes, as the machine sees them


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def namespace(pid: int) -> str:
    """The pid namespace of a process."""
    return str(Path(f"/proc/{pid}/ns/pid").readlink())


def children(pid: int) -> list[int]:
    """The processes that it started."""
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def zygote_of(sandbox: Any) -> int:
    """The process that forks submissions."""
    pid = sandbox._zygote._process.pid
    while below := children(pid):  # bubblewrap, its init, and the zygote in it
        pid = below[0]
    return pid


# An exercise with an answer key, for what is after marks.

RIGHT = """\
import torch


def gradient(f, x):
    y = f(x)
    return torch.autograd.grad(y, x)[0]
"""
WRONG = """\
import torch


def gradient(f, x):
    f(x)
    return torch.full_like(f(x).expand(4), 7).detach()
"""
TASK: Exercise = exercise(
    {
        "name": "the gradient",
        "points": 4,
        "run": "g = student.gradient(f, x)",
        "observe": {"gradient": "g", "shape": "list(g.shape)"},
    },
    {
        "name": "one call",
        "points": 2,
        "run": "student.gradient(f, x)",
        "observe": {"calls of f": "f.calls"},
    },
    define={"gradient": "(f, x)"},
    given="x = torch.randn(4, requires_grad=True)\nf = counted(lambda x: (x * torch.randn(4)).pow(2).sum())\n",
    rules=[{"forbid": "torch.autograd.functional", "why": "By hand."}],
    limits={"seconds": 3.0, "memory_mib": 512},
)


def key_of(sandbox: Sandbox, task: Exercise = TASK, reference: str = RIGHT) -> AnswerKey:
    """The answer key that the reference gives."""
    return AnswerKey(observe(sandbox, task.job(task.run_of(reference, "reference.py", 0)))[0], ())


def graded(sandbox: Sandbox, key: AnswerKey, source: str, task: Exercise = TASK, **names: str) -> Report:
    """The report on a submission."""
    submission = Submission(names.get("student", "ada"), names.get("file", FILE), source)
    return grade(SimpleNamespace(exercise=task), submission, key, sandbox, Circumstances(sandbox.level, 0))

"""What isolation and what speed this machine gives, found by attempting what must fail from inside a child.

Every attempt has a twin that must succeed: a wall that lets nothing through at all would otherwise look like a good
one. An attempt is the code of a case; what it observes is the name of the error that stopped it, or "done".
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from grader.observation import CaseSeen, Ended, Text
from grader.observation.job import CaseCode, Job, Limits, Run
from grader.sandbox.levels import AnySandbox
from grader.sandbox.observing import observe
from grader.sandbox.pool import WarmSandbox

_ROUNDS = 15
_NOT_STOPPED = "done"
_NOT_HELD = "not promised"


@dataclass(frozen=True)
class Attempt:
    """Something that must fail from `level` on, as an expression, and its twin that must not."""

    name: str
    level: int
    denied: str
    twin_name: str
    twin: str


ATTEMPTS = (
    Attempt(
        "read the solutions", 2, "open({solutions!r}).read()", "read torch's own files", "open(torch.__file__).read()"
    ),
    Attempt("read the machine's users", 2, "open('/etc/passwd').read()", "read /dev/null", "open('/dev/null').read()"),
    Attempt("list the home folder", 2, "os.listdir({home!r})", "list the own folder", "os.listdir('.')"),
    Attempt("write among the packages", 2, "open(torch.__file__, 'a')", "write a file", "open('file', 'w').write('x')"),
    Attempt("change a file's mode", 2, "os.chmod('.', 0o777)", "rename a file", "os.rename('file', 'other')"),
    Attempt("fork", 2, "fork()", "start a thread", "threading.Thread(target=len, args=('',)).start()"),
    Attempt("run a program", 2, "os.execv('/bin/true', ['true'])", "import a module", "__import__('colorsys')"),
    Attempt("open a socket", 2, "socket.socket()", "open a pipe", "os.close(os.pipe()[0])"),
    Attempt("signal the parent", 2, "os.kill(os.getppid(), 0)", "signal itself", "os.kill(os.getpid(), 0)"),
    Attempt("make a namespace", 2, "call('unshare', 0x10000000)", "call the C library", "call('getpid')"),
    Attempt("trace a process", 2, "call('ptrace', 16, os.getppid(), 0, 0)", "ask for its own limits", "call('getpid')"),
    Attempt("be root", 2, "os.getuid() and stop('not root')", "be somebody", "os.getuid()"),
    Attempt("see the grader's environment", 1, "secret()", "see its own", "os.environ['HOME']"),
    Attempt("take all memory", 1, "torch.ones(1 << 34)", "take a little", "torch.ones(1 << 10)"),
    Attempt(
        "fill the disk",
        2,
        "open('big', 'wb').write(bytes(80 << 20))",
        "write a megabyte",
        "open('b', 'wb').write(bytes(1 << 20))",
    ),
)
_GIVEN = """
import ctypes, os, socket, threading

def attempt(thunk):
    try:
        thunk()
    except BaseException as error:
        return type(error).__name__
    return "done"

def stop(reason):
    raise PermissionError(reason)

def fork():
    if os.fork() == 0:
        os._exit(0)

def call(name, *arguments):
    if getattr(ctypes.CDLL(None, use_errno=True), name)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), name)

def secret():
    if {marker!r} not in os.environ and {marker!r} not in open("/proc/self/environ").read():
        stop("cleared")
"""
MARKER = "GRADE_DOCTOR_MARKER"


@dataclass(frozen=True)
class Outcome:
    """How an attempt and its twin ended: the name of an error, "done", or that the level does not promise it."""

    attempt: Attempt
    found: str
    twin_found: str

    def holds(self, level: int) -> bool:
        """Whether the level keeps its promise here."""
        return self.twin_found == _NOT_STOPPED and (level < self.attempt.level or self.found != _NOT_STOPPED)


@dataclass(frozen=True)
class Speed:
    """Seconds: a fresh process that imports torch; the medians of forks (None where there are none) and of whole
    submissions that do nothing, one after another.
    """

    import_torch: float
    fork: float | None
    submission: float


def attempts(sandbox: AnySandbox, solutions: Path) -> list[Outcome]:
    """Make every attempt, each in a child of its own, so that one that succeeds cannot spoil the next."""
    os.environ[MARKER] = "visible"
    try:
        return [_make(attempt, sandbox, solutions) for attempt in ATTEMPTS]
    finally:
        del os.environ[MARKER]


def speed(sandbox: AnySandbox) -> Speed:
    """Measure what a submission costs here, and what it is measured against."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-I", "-c", "import torch"], check=True)
    import_torch = time.perf_counter() - started
    times, forks = [], []
    for _ in range(_ROUNDS if sandbox.level >= 2 else 2):
        started = time.perf_counter()
        observe(sandbox, _job("pass", "'done'"))
        times.append(time.perf_counter() - started)
        if isinstance(sandbox, WarmSandbox) and sandbox.fork_seconds is not None:
            forks.append(sandbox.fork_seconds)
    return Speed(import_torch, statistics.median(forks) if forks else None, statistics.median(times))


def bounded(sandbox: AnySandbox) -> str:
    """What holds all that a submission starts to its memory, in words."""
    if not isinstance(sandbox, WarmSandbox):
        return "Memory is bounded as far as the system bounds a process."
    group = sandbox.bounded_by
    by = (
        "; no control group can be made here" if group is None else f" and by a control group (version {group.version})"
    )
    return f"Memory and threads are bounded by the limits of the process{by}."


def advice(reason: str) -> str:
    """What to install or switch on where a level was refused for this reason."""
    if "bubblewrap" in reason:
        return "install bubblewrap (Debian and Ubuntu: apt install bubblewrap; Fedora: dnf install bubblewrap)"
    if "uid map" in reason or "unshare" in reason or "namespace" in reason:
        return (
            "switch user namespaces on; Ubuntu 24.04 restricts them by AppArmor: "
            "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or a profile that allows bwrap userns"
        )
    if "landlock" in reason:
        return "use a kernel with Landlock: 5.13 or newer, with landlock in /sys/kernel/security/lsm"
    return "levels 2 and 3 need Linux" if "Linux" in reason else ""


def _make(attempt: Attempt, sandbox: AnySandbox, solutions: Path) -> Outcome:
    names = {"solutions": str(solutions), "home": str(Path.home())}
    codes = [_with_file(attempt.denied), _with_file(attempt.twin)]
    if sandbox.level < attempt.level:  # it would succeed, and some of them do harm
        return Outcome(attempt, _NOT_HELD, _observed(sandbox, codes[1].format(**names)))
    found = [_observed(sandbox, code.format(**names)) for code in codes]
    return Outcome(attempt, *found)


def _with_file(expression: str) -> str:
    """The twin that renames a file has to find one."""
    return f"(open('file', 'w').close(), {expression})" if "os.rename" in expression else expression


def _observed(sandbox: AnySandbox, expression: str) -> str:
    seen = observe(sandbox, _job(f"outcome_of_it = attempt(lambda: {expression})", "outcome_of_it"))[0].cases[0]
    if isinstance(seen, Ended):
        return seen.kind.value
    assert isinstance(seen, CaseSeen)
    value = dict(seen.trials[0].values).get("outcome")
    return value.value if isinstance(value, Text) else str(seen.trials[0].error)


def _job(code: str, observed: str) -> Job:
    case = CaseCode("attempt", (_GIVEN.format(marker=MARKER),), code, (("outcome", observed),))
    run = Run("", "nothing.py", (), (0,), ((0,),))
    return Job((case,), (), (), (run,), Limits(wall_seconds=10, cpu_seconds=10, memory_mib=512))

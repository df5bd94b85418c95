"""The warm sandbox, with real zygotes at both of its levels: whatever becomes of a child or of the zygote itself, the
job ends in words, the next one runs as if nothing had happened, and nothing is left.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pytest
from processes import descendants, descriptors, gone, state, status, uncollected

from grader.errors import SandboxError
from grader.observation import CaseSeen, Done, Ended, EndKind, Loaded, Number, Printed, Read, Ready, Sequence, Text
from grader.observation.job import CaseCode, Job, Limits, Run
from grader.sandbox import PortableSandbox, bubblewrap, observe, pool
from grader.sandbox.pool import LevelRefused, WarmSandbox, ZygoteLost

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="namespaces, Landlock and seccomp are Linux's")

LEVELS = (3, 2)
CAP_DAC_READ_SEARCH = 2
LOOPS = "def f():\n    while True:\n        pass\n"
NAPS = "import time\ndef f():\n    time.sleep(0.4)\n    return 'woken'\n"


def run_of(source, cases=1):
    return Run(source, "exercise_03.py", (), tuple(range(cases)), ((0,),) * cases)


def job_of(source, *observed, runs=1, **limits):
    """A job with a case for each expression."""
    cases = tuple(CaseCode(expression, (), "", (("it", expression),)) for expression in observed)
    return Job(cases, (), (), (run_of(source, len(cases)),) * runs, Limits(**limits))


def plain(value):
    return [plain(item) for item in value.items] if isinstance(value, Sequence) else value.value


def answers(sandbox, source, *observed, **limits):
    """What each expression was observed to be, or the error that it raised, or how the child ended."""
    (observation,) = observe(sandbox, job_of(source, *observed, **limits))
    seen = [case if isinstance(case, Ended) else case.trials[0] for case in observation.cases]
    return [each if isinstance(each, Ended) else each.error or plain(each.values[0][1]) for each in seen]


def end_of(frames):
    """What was printed, and how the child ended."""
    printed, ended = frames[-2:]
    assert isinstance(printed, Printed)
    assert isinstance(ended, Ended)
    return printed.text, ended


def until_loaded(frames):
    """Have the module imported, and its first case under way."""
    assert any(isinstance(frame, Loaded) for frame in frames)


def zygote_of(sandbox):
    """The process that forks: at level 3 bubblewrap is around it, and an init."""
    outermost = sandbox._zygote._process.pid
    return next(pid for pid in (outermost, *descendants(outermost)) if b"zygote" in _started_as(pid))


def _started_as(pid):
    words = Path(f"/proc/{pid}/cmdline").read_bytes()
    return b"" if words.startswith(shutil.which("bwrap").encode()) else words


def child_of(sandbox):
    (child,) = descendants(zygote_of(sandbox))
    return child


@pytest.fixture(scope="module", autouse=True)
def temporary():
    """All folders of the zygotes are made in one that anybody can pass, and that is empty again in the end."""
    folder = Path(tempfile.mkdtemp(prefix="grade-test-"))
    folder.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(folder))
        patch.setenv("COURSE_SECRET", "sesame")
        yield folder
    assert list(folder.iterdir()) == []
    folder.rmdir()


@pytest.fixture(scope="module", params=LEVELS, ids="level {}".format)
def _shared(request, temporary):
    sandbox = WarmSandbox(request.param, warm=False)
    assert answers(sandbox, "", "'started'") == ["started"]
    yield sandbox
    started = [sandbox._zygote._process.pid, *descendants(sandbox._zygote._process.pid)]
    sandbox.close()
    assert all(gone(pid) for pid in started)


@pytest.fixture
def sandbox(_shared, temporary):
    """After each test the zygote is alone, its folder is empty, no descriptor is left, and it takes another job."""
    _shared.prepare()
    before = descriptors()
    yield _shared
    assert answers(_shared, "", "'as ever'") == ["as ever"]
    assert descendants(zygote_of(_shared)) == []
    assert [entry for folder in temporary.iterdir() for entry in folder.iterdir()] == []
    assert uncollected() == []
    assert len(descriptors()) == len(before)


# A good job


@pytest.fixture(scope="module")
def portable():
    sandbox = PortableSandbox()
    yield sandbox
    sandbox.close()


WORK = """
import torch
print("hé")

class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(4, 3)

    def forward(self, x):
        return self.layer(x).tanh()

def f(x):
    print("f", tuple(x.shape))
    torch.manual_seed(1)
    net = Net().double()
    optimizer = torch.optim.Adam(net.parameters())
    for _ in range(3):
        optimizer.zero_grad()
        net(x).pow(2).sum().backward()
        optimizer.step()
    return [p.grad for p in net.parameters()], net(x), torch.rand(2)

def g(x):
    import warnings
    warnings.warn("slowly")
    return x.exp().log_softmax(0).sum() / 3

def wrong(x):
    x.requires_grad_()
    y = x.exp()
    y += 1
    y.sum().backward()
"""
GOOD = Job(
    tuple(
        CaseCode(each, ("x = torch.randn(5, 4)",), f"y = {each}", (("y", "y"), ("x", "x")))
        for each in ("student.f(x)", "student.g(x)", "student.wrong(x)", "student.missing")
    ),
    (),
    ("f", "g"),
    (
        Run(WORK, "exercise_03.py", (), (0, 1, 2, 3), ((1, 2), (3,), (4,), (5,))),
        Run("x = = 1", "exercise_03.py", (), (0,), ((0,),)),
        Run(WORK, "exercise_03.py", (), (3, 1), ((6,), (7, 8))),
    ),
)


def timeless(frames):
    return [replace(frame, seconds=0.0) if isinstance(frame, CaseSeen) else frame for frame in frames]


@pytest.fixture(scope="module")
def fresh(portable):
    """The frames of the good job from a process that never did anything else."""
    return timeless(portable.run(GOOD))


def test_a_good_job_gives_the_frames_that_a_fresh_process_gives(sandbox, fresh):
    frames = list(sandbox.run(GOOD))
    assert timeless(frames) == fresh
    assert [type(frame) for frame in frames] == [
        *(Ready, Read, Loaded, *(CaseSeen,) * 4, Done),
        *(Read, Loaded, Done),
        *(Read, Loaded, *(CaseSeen,) * 2, Done),
        Printed,
    ]
    warning = 'exercise_03.py:26: UserWarning: slowly\n  warnings.warn("slowly")\n'
    assert frames[-1].text == f"hé\nf (5, 4)\nf (5, 4)\n{warning}hé\n{warning}{warning}"  # by each trial


def test_a_warmed_up_zygote_gives_them_too(fresh):
    sandbox = WarmSandbox(2, warm=True)
    try:
        assert timeless(sandbox.run(GOOD)) == fresh
    finally:
        sandbox.close()


def test_arithmetic_is_done_by_the_same_instructions(sandbox, portable):
    looks = ("student.torch.backends.cpu.get_cpu_capability()", "student.torch.get_num_threads()")
    here, there = (answers(each, "import torch", *looks) for each in (sandbox, portable))
    assert here == there
    assert here[1] == 1


# What a child finds around it

LOOKS = """
import os, sys

def environment():
    return [os.environ.get("COURSE_SECRET", "no secret"), os.environ["USER"], os.environ["HOME"] == os.getcwd()]

def first_environment():
    return open("/proc/self/environ").read()

def standard_input():
    return [sys.stdin.read(), os.read(0, 10) == b""]

def leave(depth):
    open("left", "w").write("by a job")
    os.mkdir("folder")
    os.mkdir("closed")
    open("folder/left", "w").close()
    open("closed/left", "w").close()
    os.mkdir("unreadable", 0o300)
    open("unreadable/left", "w").close()
    here = os.getcwd()
    for _ in range(depth):
        os.mkdir("deep")
        os.chdir("deep")
    os.chdir(here)
    return sorted(os.listdir())
"""


def test_the_environment_of_the_grader_is_not_its(sandbox):
    environment, first = answers(sandbox, LOOKS, "student.environment()", "student.first_environment()")
    assert environment == ["no secret", "nobody", True]
    assert first.type == "PermissionError"


def test_there_is_nothing_to_read_on_standard_input(sandbox):
    assert answers(sandbox, LOOKS, "student.standard_input()") == [["", True]]


WRITES = """
import os, time

def small_ones(count):
    for number in range(count):
        open(f"file-{number}", "w").close()
    time.sleep(1)
    return "written"

def large_ones(count):
    for number in range(count):
        with open(f"file-{number}", "wb") as file:
            file.write(bytes(20 << 20))
    time.sleep(1)
    return "written"

def deep_ones(depth):
    for _ in range(depth):
        os.mkdir("d" * 200)
        os.chdir("d" * 200)
    time.sleep(1)
    return "written"
"""
TOO_MUCH = Ended(EndKind.CRASHED, "it wrote more than 64 MiB, or more than 1024 files and folders", 0, 0)


@pytest.mark.parametrize("call", ["small_ones(1500)", "large_ones(4)", "deep_ones(30)"])
def test_a_job_cannot_fill_the_disk_where_no_file_system_of_its_own_holds_it(temporary, call):
    sandbox = WarmSandbox(2, warm=False)
    try:
        assert answers(sandbox, WRITES, f"student.{call}") == [TOO_MUCH]
        assert answers(sandbox, WRITES, "student.large_ones(3)") == ["written"]
        assert [entry for folder in temporary.iterdir() for entry in folder.iterdir()] == []
    finally:
        sandbox.close()


LIMITS = "import resource\n\ndef limit(name):\n    return list(resource.getrlimit(getattr(resource, name)))\n"


def test_a_child_holds_few_descriptors_few_threads_and_no_endless_time(sandbox):
    names = ("RLIMIT_NOFILE", "RLIMIT_NPROC", "RLIMIT_CORE")
    nofile, threads, core = answers(sandbox, LIMITS, *(f"student.limit({name!r})" for name in names))
    ((soft, hard),) = answers(sandbox, LIMITS, "student.limit('RLIMIT_CPU')", cpu_seconds=5.0)
    assert nofile == [256, 256]
    assert core == [0, 0]
    assert 5 <= soft <= 6
    assert hard == soft + 1
    if os.geteuid() == 0:  # otherwise its user has other processes, which would count
        assert threads == [256, 256]


def test_the_kernel_takes_the_child_before_the_zygote(sandbox):
    frames = sandbox.run(job_of(NAPS, "student.f()"))
    assert isinstance(next(frames), Ready)
    zygote = zygote_of(sandbox)
    scores = [int(Path(f"/proc/{pid}/oom_score_adj").read_text()) for pid in descendants(zygote)[-1:]]
    frames.close()
    assert scores == [1000]
    assert int(Path(f"/proc/{zygote}/oom_score_adj").read_text()) < 1000


def test_what_one_job_leaves_the_next_does_not_see_however_deep(sandbox):
    look, depth = "sorted(student.os.listdir())", 700
    left = ["closed", "deep", "folder", "left", "unreadable"]
    assert answers(sandbox, LOOKS, look, f"student.leave({depth})", look) == [[], left, left]
    assert answers(sandbox, LOOKS, look) == [[]]


def test_seen_from_outside_it_is_nobody_without_rights_in_a_session_of_its_own(sandbox):
    frames = sandbox.run(job_of(LOOPS, "student.f()", wall_seconds=60))
    until_loaded(frames)
    child = child_of(sandbox)
    found = status(child)
    user = "65534" if os.geteuid() == 0 else str(os.geteuid())
    assert found["Uid"].split() == [user] * 4
    assert set(found["Gid"].split()) == ({"65534"} if os.geteuid() == 0 else {str(os.getegid())})
    assert (found["NoNewPrivs"], found["Seccomp"], found["Threads"]) == ("1", "2", "1")
    rights = int(found["CapEff"], 16)
    assert rights == 0 or (sandbox.level, rights) == (2, 1 << CAP_DAC_READ_SEARCH)  # to reach a Python in root's home
    assert state(child)[1] == child
    frames.close()


NAMESPACES = ("user", "mnt", "pid", "net", "ipc", "uts")


def test_at_level_3_all_its_namespaces_are_its_own_and_at_level_2_none(sandbox):
    """The child is asked: of a process that is not to be traced, root alone may see from outside what it is in."""
    source = "import os\ndef namespace(kind):\n    return os.readlink(f'/proc/self/ns/{kind}')\n"
    found = answers(sandbox, source, *(f"student.namespace({kind!r})" for kind in NAMESPACES))
    outside = [str(Path(f"/proc/self/ns/{kind}").readlink()) for kind in NAMESPACES]
    assert [name.partition(":")[0] for name in found] == list(NAMESPACES)
    assert [inside != out for inside, out in zip(found, outside, strict=True)] == [sandbox.level == 3] * 6


# How a child ends

ENDS = [
    ("os.kill(os.getpid(), signal.SIGSEGV)", EndKind.CRASHED, "it crashed with SIGSEGV (Segmentation fault)"),
    ("ctypes.string_at(0)", EndKind.CRASHED, "it crashed with SIGSEGV (Segmentation fault)"),
    ("os.abort()", EndKind.CRASHED, "it crashed with SIGABRT (Aborted)"),
    ("os._exit(7)", EndKind.EXITED, "it ended the program itself, with exit code 7"),
    ("os._exit(0)", EndKind.EXITED, "it ended the program itself, with exit code 0"),
    (
        "os.kill(os.getpid(), signal.SIGKILL)",
        EndKind.OUT_OF_MEMORY,
        "the system killed it, as it does when memory runs out",
    ),
    (
        "os.write(2, b'terminate called after throwing std::bad_alloc'), os.abort()",
        EndKind.OUT_OF_MEMORY,
        "the program ran out of memory and was aborted",
    ),
    (
        "import grader.probe.recording as r; r.fit = lambda case: bytearray(2**60)",
        EndKind.OUT_OF_MEMORY,
        "it ran out of memory",
    ),
]


@pytest.mark.parametrize(("code", "kind", "detail"), ENDS, ids=[code[:35] for code, _, _ in ENDS])
def test_a_child_that_ends_itself_is_described_in_words(sandbox, code, kind, detail):
    source = f"import ctypes, os, signal\ndef f():\n    print('before')\n    {code}\n"
    frames = list(sandbox.run(job_of(source, "1 + 1", "student.f()", wall_seconds=20)))
    printed, ended = end_of(frames)
    assert ended == Ended(kind, detail)
    assert printed.startswith("before\n")
    assert [type(frame) for frame in frames[:-2]] == [Ready, Read, Loaded, CaseSeen]


def test_memory_beyond_the_limit_is_an_error_of_the_students_line(sandbox):
    source = (
        "import torch\ndef tensor():\n    return torch.ones(2**33)\n"
        "def hoard():\n    parts = []\n    while True:\n        parts.append(bytearray(2**24))\n"
    )
    tensor, hoard, after = answers(sandbox, source, "student.tensor()", "student.hoard()", "'well'", memory_mib=256)
    assert (tensor.type, tensor.source) == ("RuntimeError", "return torch.ones(2**33)")
    assert (hoard.type, hoard.source) == ("MemoryError", "parts.append(bytearray(2**24))")
    assert after == "well"


def test_a_case_without_end_costs_that_case(sandbox):
    source = "import time\ndef f(n):\n    print('case', n)\n    while n == 1:\n        time.sleep(1)\n    return n\n"
    started = time.monotonic()
    (observation,) = observe(sandbox, job_of(source, *(f"student.f({n})" for n in range(3)), wall_seconds=0.7))
    seconds = time.monotonic() - started
    first, second, third = observation.cases
    assert (first.trials[0].values, third.trials[0].values) == ((("it", Number(0)),), (("it", Number(2)),))
    assert second == Ended(EndKind.TIMEOUT, "it did not finish within 0.7 seconds", 0, 1)
    assert observation.output == "case 0\ncase 1\ncase 2\n"
    assert 0.7 <= seconds < 3


def test_processor_time_is_limited_too(sandbox):
    (ended,) = answers(sandbox, LOOPS, "student.f()", wall_seconds=30, cpu_seconds=1)
    assert ended == Ended(EndKind.TIMEOUT, "it used more than 1 seconds of processor time")


@pytest.mark.parametrize(
    ("number", "kind", "detail"),
    [
        (signal.SIGTERM, EndKind.CRASHED, "it crashed with SIGTERM (Terminated)"),
        (signal.SIGKILL, EndKind.OUT_OF_MEMORY, "the system killed it, as it does when memory runs out"),
    ],
)
def test_a_child_that_is_killed_from_outside_is_described_in_words(sandbox, number, kind, detail):
    frames = []
    for frame in sandbox.run(job_of(LOOPS, "student.f()", wall_seconds=60)):
        frames.append(frame)
        if isinstance(frame, Loaded):
            os.kill(child_of(sandbox), number)
    assert end_of(frames) == ("", Ended(kind, detail))


def test_two_hundred_megabytes_of_prints_are_read_and_cut(sandbox):
    source = (
        "import sys\ndef f():\n    print('first')\n"
        "    for _ in range(200):\n        sys.stdout.write('é' * 2**19)\n    return 'all said'\n"
    )
    frames = list(sandbox.run(job_of(source, "student.f()", wall_seconds=30)))
    assert [type(frame) for frame in frames] == [Ready, Read, Loaded, CaseSeen, Done, Printed]
    assert frames[3].trials[0].values == (("it", Text("all said")),)
    assert frames[-1].text.startswith("first\nééé")
    assert pool.OUTPUT_BYTES - 1 <= len(frames[-1].text.encode()) <= pool.OUTPUT_BYTES + 2


def test_prints_without_end_do_not_hold_up_the_clock(sandbox):
    source = "def f():\n    while True:\n        print('more' * 1000)\n"
    (ended,) = answers(sandbox, source, "student.f()", wall_seconds=0.7)
    assert ended == Ended(EndKind.TIMEOUT, "it did not finish within 0.7 seconds")


# Forgery

FORGES = (
    "import os\n"
    "from grader.observation import *\n"
    "def say(data):\n"
    "    for number in range(3, 64):\n"
    "        try:\n"
    "            os.write(number, data)\n"
    "        except OSError:\n"
    "            pass\n"
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("bytes(range(256)) * 4096", "its results could not be read: a frame claims a header of 66051 bytes"),
        ("encode(Ended(EndKind.TIMEOUT, 'slow'))", "its results could not be read: the frame Ended was not due"),
        ("encode(Done(0))", "its results could not be read: the frame Done was not due"),
        ("encode(CaseSeen(0, 1, (), 0.0))", "its results could not be read: the frame CaseSeen was not due"),
        ("encode(Ready(()))", "its results could not be read: the frame Ready was not due"),
    ],
    ids=["garbage", "an end", "done", "a later case", "ready"],
)
def test_what_a_student_writes_among_the_frames_is_refused(sandbox, data, reason):
    frames = list(sandbox.run(job_of(f"{FORGES}def f():\n    say({data})\n", "student.f()", "1", wall_seconds=20)))
    _, ended = end_of(frames)
    assert ended.kind is EndKind.GARBLED
    assert ended.detail.startswith(reason)
    assert [type(frame) for frame in frames[:-2]] == [Ready, Read, Loaded]


# When the zygote is lost


@pytest.fixture
def own(request, temporary):
    """A sandbox of the test's own, to be ill-treated."""
    sandbox = WarmSandbox(request.param, warm=False)
    before = descriptors()
    yield sandbox
    sandbox.close()
    assert len(descriptors()) == len(before)
    assert uncollected() == []


at_both_levels = pytest.mark.parametrize("own", LEVELS, indirect=True, ids="level {}".format)


@at_both_levels
def test_a_zygote_that_was_killed_between_two_jobs_is_started_anew(own):
    own.prepare()
    first = zygote_of(own)
    os.kill(first, signal.SIGKILL)
    assert gone(first)
    assert answers(own, "", "'graded'") == ["graded"]
    assert zygote_of(own) != first


@at_both_levels
def test_a_job_whose_zygote_is_killed_is_run_once_more(own):
    killed, children = [], []
    frames = []
    for frame in own.run(job_of(NAPS, "student.f()")):
        frames.append(frame)
        if isinstance(frame, Loaded) and not killed:
            killed.append(zygote_of(own))
            children.append(child_of(own))
            os.kill(killed[0], signal.SIGKILL)
    assert [type(frame) for frame in frames] == [
        *(Ready, Read, Loaded),
        *(Ready, Read, Loaded, CaseSeen, Done, Printed),
    ]
    assert frames[6].trials[0].values == (("it", Text("woken")),)
    assert all(gone(pid, within=0.5) for pid in killed + children)


@at_both_levels
def test_a_job_whose_zygote_is_killed_twice_is_not_graded(own):
    children = []

    def kill_it_each_time():
        for frame in own.run(job_of(NAPS, "student.f()")):
            if isinstance(frame, Loaded):
                children.append(child_of(own))
                os.kill(zygote_of(own), signal.SIGKILL)

    with pytest.raises(ZygoteLost, match="the process that starts submissions ended: ") as caught:
        kill_it_each_time()
    assert isinstance(caught.value, SandboxError)
    assert caught.value.exit_code == 3
    assert len(children) == 2
    assert all(gone(pid, within=0.5) for pid in children)
    assert own._zygote is None


@at_both_levels
def test_whoever_gives_up_a_job_whose_zygote_was_killed_gets_no_other(own):
    frames = own.run(job_of(NAPS, "student.f()"))
    until_loaded(frames)
    child, zygote = child_of(own), zygote_of(own)
    os.kill(zygote, signal.SIGKILL)
    assert gone(zygote)
    frames.close()
    assert gone(child, within=0.5)


@at_both_levels
def test_closing_ends_a_job_at_work_with_the_zygote_and_its_folder(own, temporary):
    before = len(list(temporary.iterdir()))
    frames = own.run(job_of(LOOPS, "student.f()", wall_seconds=60))
    until_loaded(frames)
    started = [own._zygote._process.pid, *descendants(own._zygote._process.pid)]
    assert len(started) == (4 if own.level == 3 else 2)
    assert len(list(temporary.iterdir())) == before + (own.level == 2)  # at level 3 a child's folder is its own alone
    own.close()
    own.close()
    assert all(gone(pid, within=1) for pid in started)
    assert len(list(temporary.iterdir())) == before
    frames.close()


def test_closing_the_iterator_early_kills_the_child_and_keeps_the_zygote(sandbox):
    frames = sandbox.run(job_of(LOOPS, "student.f()", wall_seconds=60))
    until_loaded(frames)
    child, zygote = child_of(sandbox), zygote_of(sandbox)
    frames.close()
    assert gone(child, within=0.2)
    assert state(zygote)
    with pytest.raises(StopIteration):
        next(frames)


def test_closing_before_anything_was_prepared_does_nothing():
    WarmSandbox(3).close()


# Over many jobs


def memory():
    """Of this process, in bytes, without what is shared."""
    gc.collect()
    resident, shared = (int(field) for field in Path("/proc/self/statm").read_text().split()[1:3])
    return (resident - shared) * os.sysconf("SC_PAGE_SIZE")


def test_over_two_hundred_jobs_nothing_grows(sandbox):
    job = job_of("def f(x):\n    return x * 2\n", "student.f(torch.ones(3))")

    def work(times):
        for _ in range(times):
            (observation,) = observe(sandbox, job)
            assert isinstance(observation.cases[0], CaseSeen)

    work(20)
    before, held, zygote = memory(), descriptors(), zygote_of(sandbox)
    opened = len(list(Path(f"/proc/{zygote}/fd").iterdir()))
    work(200 if sandbox.level == 3 else 30)
    assert memory() - before < 5 * 2**20
    assert len(descriptors()) == len(held)
    assert len(list(Path(f"/proc/{zygote}/fd").iterdir())) == opened
    assert (zygote_of(sandbox), descendants(zygote), uncollected()) == (zygote, [], [])


# Levels that are refused


def refusal(level, temporary):
    """Why a level is not given; nothing must be left of the attempt."""
    before, folders = descriptors(), list(temporary.iterdir())
    with pytest.raises(LevelRefused) as caught:
        WarmSandbox(level, warm=False).prepare()
    assert len(descriptors()) == len(before)
    assert list(temporary.iterdir()) == folders
    assert uncollected() == []
    return str(caught.value)


def test_without_bubblewrap_there_is_no_level_3(monkeypatch, temporary):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert refusal(3, temporary) == "bubblewrap (bwrap) is not installed"


@pytest.mark.parametrize("level", LEVELS)
def test_on_an_unknown_processor_there_is_neither(monkeypatch, temporary, level):
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    assert refusal(level, temporary) == "the system calls of the processor riscv64 are not known"


def starts(monkeypatch, *words):
    """Have the zygote's command be another."""
    real = bubblewrap.command

    def command(level, work):
        return replace(real(level, work), words=(*words, "--"))

    monkeypatch.setattr(bubblewrap, "command", command)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (
            "echo 'bwrap: setting up uid map: Permission denied' >&2; exit 1",
            "bwrap: setting up uid map: Permission denied",
        ),
        ("exit 0", "it said nothing"),
        ("kill -9 $$", "it said nothing"),
    ],
)
def test_a_zygote_that_cannot_start_is_refused_in_its_own_words(monkeypatch, temporary, level, script, reason):
    starts(monkeypatch, "/bin/sh", "-c", script)
    assert refusal(level, temporary) == f"the process that starts submissions ended: {reason}"


def test_a_command_that_is_not_there_is_refused(monkeypatch, temporary):
    starts(monkeypatch, "/no/such/program")
    assert "/no/such/program" in refusal(2, temporary)


def test_a_zygote_that_says_nothing_is_refused_after_a_while_and_killed(monkeypatch, temporary):
    monkeypatch.setattr(pool, "START_SECONDS", 0.3)
    starts(monkeypatch, "/bin/sh", "-c", "exec sleep 60")
    assert refusal(2, temporary) == "the process that starts submissions said nothing for 0.3 seconds"


def test_what_the_lockdown_says_is_the_reason(monkeypatch, temporary):
    monkeypatch.setattr(pool.seccomp, "program", lambda: bytes(8))
    assert refusal(2, temporary) == "[Errno 22] prctl 22: Invalid argument"


def test_a_zygote_that_locks_and_cannot_load_torch_is_no_refusal_but_the_graders_fault(monkeypatch):
    said = "import os, sys; os.write(int(sys.argv[2]), b'L'); sys.exit('no module named torch')"
    starts(monkeypatch, sys.executable, "-c", said)
    sandbox = WarmSandbox(2, warm=False)
    with pytest.raises(ZygoteLost, match="the process that starts submissions ended: no module named torch"):
        list(sandbox.run(job_of("", "1")))
    assert sandbox._zygote is None


# When the grader itself is ended

GRADER = """
import json, sys
sys.path.insert(0, sys.argv[2])
from processes import descendants
from grader.observation import Loaded
from grader.observation.job import CaseCode, Job, Limits, Run
from grader.sandbox.pool import WarmSandbox

source = "def f():\\n    while True: pass"
job = Job((CaseCode("", (), "student.f()", ()),), (), (), (Run(source, "x.py", (), (0,), ((0,),)),), Limits(60, 60))
sandbox = WarmSandbox(int(sys.argv[1]), warm=False)
try:
    for frame in sandbox.run(job):
        if isinstance(frame, Loaded):
            zygote = sandbox._zygote._process.pid
            print(json.dumps([zygote, *descendants(zygote)]), flush=True)
finally:
    sandbox.close()
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=lambda number: number.name)
@pytest.mark.parametrize("level", LEVELS)
def test_no_process_outlives_the_grader(temporary, level, number):
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    grader = subprocess.Popen(
        [sys.executable, "-c", GRADER, str(level), str(Path(__file__).parent.parent)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(folder)},
        start_new_session=True,
    )
    try:
        pids = json.loads(grader.stdout.readline())
        assert len(pids) == (4 if level == 3 else 2)
        assert all(state(pid) for pid in pids)
        os.killpg(grader.pid, number)  # as a terminal does at Ctrl-C
        _, complaint = grader.communicate(timeout=20)
        assert all(gone(pid, within=5) for pid in pids)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(grader.pid, signal.SIGKILL)
        grader.communicate()
        left = list(folder.iterdir())
        shutil.rmtree(folder)
    assert ("KeyboardInterrupt" in complaint.decode()) is (number == signal.SIGINT)
    assert len(left) <= (0 if number == signal.SIGINT else 1)  # an empty folder, where it had no time for it

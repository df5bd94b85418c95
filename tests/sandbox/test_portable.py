"""The portable sandbox, with real children: whatever a module does, its job ends in time, in words, leaving nothing."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest
from processes import gone, in_session, state

from grader.comparison import array_of
from grader.errors import SandboxError
from grader.observation import (
    CaseSeen,
    Done,
    Ended,
    EndKind,
    Error,
    Failed,
    FrameReader,
    Loaded,
    Number,
    Printed,
    Read,
    Ready,
    Sequence,
    Text,
    encode,
)
from grader.observation.blob import HEADER_BYTES
from grader.observation.job import CaseCode, Job, Limits, Run
from grader.sandbox import PortableSandbox, observe, portable
from grader.sandbox.endings import Lost, Order, read_frames

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

SPAWNS = "import subprocess, sys\n"
HANGS = "import time\ndef f():\n    while True:\n        time.sleep(1)\n"


def run_of(source, cases=1):
    return Run(source, "exercise_03.py", (), tuple(range(cases)), ((0,),) * cases)


def job_of(source, *observe, runs=1, **limits):
    """A job with a case for each expression."""
    cases = tuple(CaseCode(expression, (), "", (("it", expression),)) for expression in observe)
    return Job(cases, (), (), (run_of(source, len(cases)),) * runs, Limits(**limits))


@pytest.fixture(scope="module", autouse=True)
def temporary(tmp_path_factory):
    """All folders of the sandbox's children are made in one, that is empty again in the end."""
    folder = tmp_path_factory.mktemp("children")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(portable.tempfile, "tempdir", str(folder))
        yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture(scope="module")
def _shared():
    sandbox = PortableSandbox()
    yield sandbox
    sandbox.close()
    assert sandbox._alive == set()


@pytest.fixture
def sandbox(_shared, temporary):
    """A sandbox whose next child loads while this test's child works. After each test only that next one is there."""
    _shared.prepare(2)
    yield _shared
    left = [child._process.pid for child in _shared._prepared]
    assert {child._process.pid for child in _shared._alive} == set(left)
    assert len(list(temporary.iterdir())) == len(left)


def frames_of(sandbox, job):
    """All frames, the child's process number, and the seconds from the moment that it was ready."""
    started, frames = 0.0, []
    pid = (sandbox._prepared or [sandbox._start()])[0]._process.pid
    for frame in sandbox.run(job):
        started = time.monotonic() if isinstance(frame, Ready) else started
        frames.append(frame)
    assert gone(pid, within=0.5)
    assert in_session(pid) == []
    return frames, time.monotonic() - started


def end_of(frames):
    """What was printed, and how the child ended."""
    printed, ended = frames[-2:]
    assert isinstance(printed, Printed)
    assert isinstance(ended, Ended)
    return printed.text, ended


# A good job


def test_a_good_job_gives_all_its_frames_in_order(sandbox):
    source = "import torch\nprint('hé')\n\ndef f(n):\n    print('f', n)\n    return torch.arange(n) / 2\n"
    job = Job(
        (CaseCode("one", ("x = torch.ones(2)",), "y = student.f(3)", (("y", "y"), ("x", "x"))),),
        (),
        ("f",),
        (run_of(source), Run("x = = 1", "exercise_03.py", (), (0,), ((0,),)), run_of("def f(n):\n    return [n]")),
    )
    frames, _ = frames_of(sandbox, job)
    assert [type(frame) for frame in frames] == [
        *(Ready, Read, Loaded, CaseSeen, Done),
        *(Read, Loaded, Done),
        *(Read, Loaded, CaseSeen, Done),
        Printed,
    ]
    assert [name for name, _ in frames[0].versions] == ["torch", "numpy", "python"]
    assert [frame.run for frame in frames[1:-1]] == [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2]
    values = dict(frames[3].trials[0].values)
    assert array_of(values["y"]).tolist() == [0.0, 0.5, 1.0]
    assert (values["y"].dtype, values["x"].dtype) == ("float32", "float64")
    assert frames[6].error.type == "SyntaxError"
    assert frames[10].trials[0].values[0] == ("y", Sequence((Number(3),)))
    assert frames[-1].text == "hé\nf 3\n"


# What a student's code finds around it

LOOKS = """
import os, sys, resource, torch, threading

def environment():
    return dict(os.environ)

def initial_environment():
    return open("/proc/self/environ").read()

def folder():
    return [os.getcwd(), os.listdir(), os.environ["HOME"], oct(os.stat(".").st_mode)]

def standard_input():
    return [sys.stdin.read(), sys.stdin.readline(), os.read(0, 10) == b""]

def asks():
    return input("what? ")

def search_path():
    return [path for path in sys.path if not os.path.isabs(path) or path == os.getcwd()]

def session():
    return [os.getpid() == os.getsid(0) == os.getpgid(0), resource.getrlimit(resource.RLIMIT_CORE)[0]]

def threads():
    return torch.get_num_threads()

def large_file():
    with open("large", "wb", buffering=0) as file:
        for _ in range(200):
            file.write(bytes(2**20))

def large_tensor():
    return torch.ones(2**33)

def large_list():
    hoard = []
    while True:
        hoard.append(bytearray(2**24))

def after_all_that():
    return "well"
"""
NAMES = [line[4:-3] for line in LOOKS.split("\n") if line.startswith("def ")]


@pytest.fixture(scope="module")
def found(_shared):
    """What each of the functions above saw, by its name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_SECRET", "sesame")
        patch.setenv("PYTHONPATH", "/sesame")
        job = job_of(LOOKS, *(f"student.{name}()" for name in NAMES), memory_mib=512, file_mib=8)
        sandbox = PortableSandbox()
        (observation,) = observe(sandbox, job)
        sandbox.close()
    trials = [case.trials[0] for case in observation.cases]
    return {name: trial.error or plain(trial.values[0][1]) for name, trial in zip(NAMES, trials, strict=True)}


def plain(value):
    match value:
        case Sequence(items):
            return [plain(item) for item in items]
        case _ if hasattr(value, "items"):
            return {plain(key): plain(item) for key, item in value.items}
        case _:
            return value.value


def test_the_environment_of_the_grader_is_not_the_childs(found):
    assert "sesame" not in str(found["environment"])
    assert "sesame" not in found["initial_environment"]
    assert set(found["environment"]) == {
        *("HOME", "TMPDIR", "TEMP", "TMP", "LANG", "CUDA_VISIBLE_DEVICES"),
        *("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS"),
    }
    assert "HOME=" in found["initial_environment"]


def test_the_child_works_in_an_empty_private_folder_that_is_removed(found):
    folder, content, home, mode = found["folder"]
    assert (content, home, mode) == ([], folder, "0o40700")
    assert Path(folder).name.startswith("grade-")
    assert not Path(folder).exists()


def test_standard_input_is_empty(found):
    assert found["standard_input"] == ["", "", True]
    assert (found["asks"].type, found["asks"].line) == (
        "EOFError",
        LOOKS[: LOOKS.index("    return input")].count("\n") + 1,
    )


def test_nothing_is_imported_from_the_folder(found):
    assert found["search_path"] == []


def test_the_child_has_a_session_of_its_own_one_thread_and_dumps_no_core(found):
    assert found["session"] == [True, 0]
    assert found["threads"] == 1


def test_files_are_limited_in_size(found):
    assert (found["large_file"].type, found["large_file"].source) == ("OSError", "file.write(bytes(2**20))")
    assert "File too large" in found["large_file"].message


def test_memory_that_cannot_be_had_is_an_error_of_the_students_line(found):
    assert (found["large_tensor"].type, found["large_tensor"].source) == ("RuntimeError", "return torch.ones(2**33)")
    assert "can't allocate memory" in found["large_tensor"].message
    assert (found["large_list"].type, found["large_list"].source) == ("MemoryError", "hoard.append(bytearray(2**24))")
    assert found["after_all_that"] == "well"


# How a child ends

ENDS = [
    ("os.kill(os.getpid(), signal.SIGSEGV)", EndKind.CRASHED, "it crashed with SIGSEGV (Segmentation fault)"),
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
        "import grader.probe.recording as r; r.fit = lambda case: bytearray(2**60)  # no memory to tell it in",
        EndKind.OUT_OF_MEMORY,
        "it ran out of memory",
    ),
]


@pytest.mark.parametrize(("code", "kind", "detail"), ENDS, ids=[code[:35] for code, _, _ in ENDS])
def test_a_child_that_ends_itself_is_described_in_words(sandbox, code, kind, detail):
    source = f"import os, signal\ndef f():\n    print('before')\n    {code}\n"
    frames, seconds = frames_of(sandbox, job_of(source, "1 + 1", "student.f()", wall_seconds=20))
    printed, ended = end_of(frames)
    assert ended == Ended(kind, detail)
    assert printed.startswith("before\n")
    assert [type(frame) for frame in frames[:-2]] == [Ready, Read, Loaded, CaseSeen]
    assert seconds < 5


def test_a_job_without_end_is_killed_in_time_with_all_that_it_started(sandbox):
    source = (
        "import os, signal, subprocess, sys\n"
        "def f():\n"
        "    signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "    sleeper = subprocess.Popen(['sleep', '300'])\n"
        "    fork = os.fork()\n"
        "    if fork:\n"
        "        print(sleeper.pid, fork)\n"
        "    while True:\n"
        "        pass\n"
    )
    frames, seconds = frames_of(sandbox, job_of(source, "student.f()", wall_seconds=1.0))
    printed, ended = end_of(frames)
    assert ended == Ended(EndKind.TIMEOUT, "it did not finish within 1 seconds")
    assert 1.0 <= seconds < 3.0
    sleeper, fork = (int(pid) for pid in printed.split())
    assert gone(sleeper)
    assert gone(fork)


def test_processor_time_is_limited_too(sandbox):
    frames, seconds = frames_of(
        sandbox, job_of("def f():\n    while True: pass", "student.f()", wall_seconds=30, cpu_seconds=1)
    )
    assert end_of(frames)[1] == Ended(EndKind.TIMEOUT, "it used more than 1 seconds of processor time")
    assert seconds < 15


def test_a_child_left_behind_that_keeps_the_pipes_open_does_not_hold_up_the_end(sandbox):
    source = "import os\ndef f():\n    if os.fork() == 0:\n        import time; time.sleep(300)\n    os._exit(3)"
    frames, seconds = frames_of(sandbox, job_of(source, "student.f()", wall_seconds=30))
    assert end_of(frames)[1] == Ended(EndKind.EXITED, "it ended the program itself, with exit code 3")
    assert seconds < 5


def test_what_a_finished_module_started_is_gone_with_its_job(sandbox):
    source = "import subprocess\nsleeper = subprocess.Popen(['sleep', '300'])\n"
    frames, _ = frames_of(sandbox, job_of(source, "student.sleeper.pid"))
    assert isinstance(frames[-1], Printed)
    assert gone(frames[3].trials[0].values[0][1].value)


def test_hundreds_of_megabytes_of_prints_are_read_quickly_and_cut(sandbox):
    source = (
        "import sys\ndef f():\n    print('first')\n"
        "    for _ in range(200):\n        sys.stdout.write('é' * 2**19)\n"
        "    for n in range(20_000):\n        print(n, file=sys.stderr)\n    return 'all said'\n"
    )
    frames, seconds = frames_of(sandbox, job_of(source, "student.f()", wall_seconds=30))
    assert [type(frame) for frame in frames] == [Ready, Read, Loaded, CaseSeen, Done, Printed]
    assert frames[3].trials[0].values == (("it", Text("all said")),)
    assert frames[-1].text.startswith("first\nééé")
    assert portable.OUTPUT_BYTES - 1 <= len(frames[-1].text.encode()) <= portable.OUTPUT_BYTES + 2
    assert seconds < 15


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
        (
            "encode(Ended(EndKind.TIMEOUT, 'the machine was slow'))",
            "its results could not be read: the frame Ended was not due",
        ),
    ],
    ids=["garbage", "an end"],
)
def test_what_a_student_writes_among_the_frames_is_refused(sandbox, data, reason):
    frames, _ = frames_of(sandbox, job_of(f"{FORGES}def f():\n    say({data})\n", "student.f()", wall_seconds=20))
    _, ended = end_of(frames)
    assert ended.kind is EndKind.GARBLED
    assert ended.detail.startswith(reason)
    assert [type(frame) for frame in frames[:-2]] == [Ready, Read, Loaded]


READY = Ready(())
LOADED = Loaded(0)
FAILED = Loaded(0, error=Error("SyntaxError", "invalid syntax"))


def taken(*frames, cases=2, runs=1):
    """The frames that the parent takes when a child sends these, and why it stopped."""
    job = Job((), (), (), (run_of("", cases),) * runs)
    passed = []
    try:
        passed.extend(read_frames(FrameReader(), Order(job), b"".join(encode(each) for each in frames)))
    except Lost as lost:
        return passed, lost.ended.kind
    return passed, None


def seen(case, run=0):
    return CaseSeen(run, case, (), 0.0)


@pytest.mark.parametrize(
    "frames",
    [
        [READY, LOADED, seen(0), seen(1), Done(0)],
        [READY, FAILED, Done(0)],
        [READY, LOADED],
    ],
)
def test_frames_in_their_order_are_taken(frames):
    assert taken(*frames) == (frames, None)


def test_frames_of_several_runs_are_taken_in_the_order_of_the_runs():
    frames = [READY, FAILED, Done(0), Loaded(1), seen(0, 1), seen(1, 1), Done(1)]
    assert taken(*frames, runs=2) == (frames, None)


@pytest.mark.parametrize(
    ("good", "forged"),
    [
        ([], LOADED),
        ([READY], READY),
        ([READY, LOADED], READY),
        ([READY, LOADED], LOADED),
        ([READY], Loaded(1)),
        ([READY], Loaded(7)),
        ([READY, LOADED], seen(1)),
        ([READY, LOADED, seen(0)], seen(0)),
        ([READY, LOADED], seen(0, run=1)),
        ([READY, LOADED, seen(0)], Done(0)),
        ([READY, LOADED], Done(0)),
        ([READY, FAILED], seen(0)),
        ([READY, LOADED, seen(0), seen(1)], Done(1)),
        ([READY, LOADED, seen(0), seen(1)], seen(2)),
        ([READY, LOADED, seen(0), seen(1), Done(0)], Done(0)),
        ([READY], Ended(EndKind.TIMEOUT, "")),
    ],
)
def test_a_frame_that_is_not_due_is_refused_and_ends_the_job(good, forged):
    assert taken(*good, forged, seen(0)) == (good, EndKind.GARBLED)


@pytest.mark.parametrize(
    "garbage",
    [b"\0" * 64, b"\xff" * 8, struct.pack(">II", HEADER_BYTES, 0) + b"[" * HEADER_BYTES, b"GET / HTTP/1.1\r\n"],
)
def test_bytes_that_are_no_frame_are_refused(garbage):
    job = Job((), (), (), (run_of(""),))
    with pytest.raises(Lost) as caught:
        list(read_frames(FrameReader(), Order(job), garbage))
    assert caught.value.ended.kind is EndKind.GARBLED


# Children that are not wanted any more


def test_closing_the_iterator_early_kills_the_child_and_removes_its_folder(sandbox):
    child = sandbox._prepared[0]
    frames = sandbox.run(job_of(HANGS, "student.f()", wall_seconds=60))
    assert [type(next(frames)) for _ in range(3)] == [Ready, Read, Loaded]
    assert state(child._process.pid)
    frames.close()
    assert gone(child._process.pid, within=0.5)
    assert not Path(child._folder).exists()
    with pytest.raises(StopIteration):
        next(frames)


def test_prepared_children_are_taken_in_turn_and_closing_leaves_none():
    sandbox = PortableSandbox()
    sandbox.prepare(2)
    sandbox.prepare(1)
    first, second = sandbox._prepared
    frames, _ = frames_of(sandbox, job_of("", "'pid', __import__('os').getpid()"))
    assert frames[3].trials[0].values[0][1] == Sequence((Text("pid"), Number(first._process.pid)))
    assert sandbox._prepared == [second]
    assert state(second._process.pid)
    assert Path(second._folder).is_dir()
    sandbox.close()
    sandbox.close()
    assert gone(second._process.pid, within=0.5)
    assert not Path(second._folder).exists()
    assert not any(reader.is_alive() for child in (first, second) for reader in child._readers)


def test_closing_ends_a_child_that_is_at_work():
    sandbox = PortableSandbox()
    frames = sandbox.run(job_of("", "1"))
    sandbox.prepare()
    (child,) = sandbox._prepared
    sandbox.close()
    assert gone(child._process.pid, within=0.5)
    frames.close()


def test_the_level_is_that_of_no_wall():
    assert (PortableSandbox().level, PortableSandbox(level=0).level) == (1, 0)


# A child that cannot start


def executable(folder, text):
    path = folder / "python"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o700)
    return str(path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("exit 1", "the process for the submission did not start: it said nothing"),
        ("echo 'no module named grader' >&2; exit 1", "did not start: no module named grader"),
        ("kill -9 $$", "did not start: it said nothing"),
        ("echo no frame at all", "did not start: it said nothing"),
    ],
)
def test_a_child_that_does_not_start_is_the_graders_fault_in_its_own_words(tmp_path, monkeypatch, text, reason):
    monkeypatch.setattr(sys, "executable", executable(tmp_path, text))
    with pytest.raises(SandboxError) as caught:
        list(PortableSandbox().run(job_of("", "1")))
    assert str(caught.value).strip().endswith(reason)
    assert caught.value.exit_code == 3


def test_a_probe_that_fails_is_the_graders_fault_in_its_own_words(tmp_path, monkeypatch):
    (tmp_path / "frames").write_bytes(encode(READY) + encode(Failed("KeyError: 'cases' (job.py:80)")))
    monkeypatch.setattr(sys, "executable", executable(tmp_path, f"cat '{tmp_path}/frames'; cat > /dev/null"))
    with pytest.raises(SandboxError, match="the probe failed: KeyError: 'cases'"):
        list(PortableSandbox().run(job_of("", "1")))


def test_a_python_that_is_not_there_is_the_graders_fault(tmp_path, monkeypatch, temporary):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "missing"))
    sandbox, before = PortableSandbox(), list(temporary.iterdir())
    with pytest.raises(SandboxError, match=r"no process could be started for the submission: .*missing"):
        sandbox.prepare()
    assert sandbox._prepared == []
    assert list(temporary.iterdir()) == before


def test_a_child_that_takes_too_long_to_start_is_killed(tmp_path, monkeypatch):
    monkeypatch.setattr(portable, "START_SECONDS", 0.3)
    monkeypatch.setattr(sys, "executable", executable(tmp_path, "echo $$ >&2; exec sleep 300"))
    with pytest.raises(SandboxError) as caught:
        list(PortableSandbox().run(job_of("", "1")))
    assert gone(int(str(caught.value).split()[-1]))


def test_a_prepared_child_that_was_killed_meanwhile_is_the_graders_fault():
    sandbox = PortableSandbox()
    sandbox.prepare()
    os.kill(sandbox._prepared[0]._process.pid, signal.SIGKILL)
    with pytest.raises(SandboxError, match="did not start"):
        list(sandbox.run(job_of("", "1")))
    assert sandbox._alive == set()


# When the grader itself is ended

GRADER = """
import json, sys
from grader.observation import Loaded
from grader.observation.job import CaseCode, Job, Limits, Run
from grader.sandbox import PortableSandbox

source = "import time\\ndef f():\\n    while True: time.sleep(1)"
job = Job((CaseCode("", (), "student.f()", ()),), (), (), (Run(source, "x.py", (), (0,), ((0,),)),), Limits(60, 60))
sandbox = PortableSandbox()
sandbox.prepare(2)
pids = [child._process.pid for child in sandbox._prepared]
for frame in sandbox.run(job):
    if isinstance(frame, Loaded):
        print(json.dumps(pids), flush=True)
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_no_child_outlives_the_grader(tmp_path, number):
    grader = subprocess.Popen(
        [sys.executable, "-c", GRADER],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        start_new_session=True,
    )
    try:
        pids = json.loads(grader.stdout.readline())
        assert all(state(pid) for pid in pids)
        grader.send_signal(number)
        _, complaint = grader.communicate(timeout=20)
        assert all(gone(pid, within=10) for pid in pids)
    finally:
        with contextlib.suppress(ProcessLookupError):
            grader.kill()
        grader.communicate()
    assert ("KeyboardInterrupt" in complaint.decode()) is (number == signal.SIGINT)
    if number == signal.SIGINT:
        assert len(list(tmp_path.iterdir())) <= 1  # of the child at work nothing is left


# With real children, from jobs to observations


def test_a_case_that_kills_its_child_costs_that_case_alone(sandbox):
    source = "import os\ndef f(n):\n    print('case', n)\n    if n == 1:\n        os._exit(3)\n    return n\n"
    (observation,) = observe(sandbox, job_of(source, "student.f(0)", "student.f(1)", "student.f(2)"))
    first, second, third = observation.cases
    assert first.trials[0].values == (("it", Number(0)),)
    assert second == Ended(EndKind.EXITED, "it ended the program itself, with exit code 3", 0, 1)
    assert third.trials[0].values == (("it", Number(2)),)
    assert observation.output == "case 0\ncase 1\ncase 2\n"

"""The process that forks: what it asks of a machine before it loads torch, and that it stays fit to fork from."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import asdict, astuple
from pathlib import Path

import pytest
from processes import descendants, gone, state

import grader
from grader.probe import zygote
from grader.probe.zygote import LOCKED, READY, REFUSED, Settings
from grader.sandbox import bubblewrap, pool, seccomp

ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def settings_of(work, /, **changes):
    readable = bubblewrap.command(2, work).readable
    plain = {"level": 2, "readable": readable, "work": work, "warm": False, "program": seccomp.program().hex()}
    return json.dumps({**plain, **changes})


def test_the_settings_are_read_as_they_were_written():
    settings = Settings(3, ("/usr", "/lib"), "/work", warm=True, program="06000000")
    assert astuple(Settings.from_json(json.dumps(asdict(settings)))) == astuple(settings)


def test_the_two_sides_of_the_socket_use_the_same_words():
    words = (zygote.LOCKED, zygote.REFUSED, zygote.READY, zygote.CHILD, zygote.ENDED)
    assert words == (pool._LOCKED, pool._REFUSED, pool._READY, pool._CHILD, pool._ENDED)
    assert len(set(words)) == 5


# Starting

START = f"""
import sys
sys.path.insert(0, {str(Path(grader.__file__).parents[1])!r})
from grader.probe.zygote import main
main()
print("torch" in sys.modules)
"""


@contextlib.contextmanager
def started(settings):
    """A zygote, and the socket to ask it by."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", START, str(theirs.fileno()), settings],
        pass_fds=[theirs.fileno()],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **ONE_THREAD},
    )
    theirs.close()
    ours.settimeout(60)
    try:
        yield process, ours
    finally:
        ours.close()
        process.kill()
        process.communicate()


@pytest.fixture
def work():
    """A folder that nobody can work in, which pytest's own are not."""
    folder = Path("/tmp") / f"grade-test-{os.getpid()}"
    folder.mkdir()
    if os.geteuid() == 0:
        os.chown(folder, pool.NOBODY, pool.NOBODY)
    yield str(folder)
    assert list(folder.iterdir()) == []
    folder.rmdir()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"work": "/no/such/folder"}, "[Errno 2] No such file or directory: '/no/such/folder'"),
        ({"program": "00" * 8}, "prctl 22: Invalid argument"),
        ({"level": 3, "work": "/no/such/folder"}, "mount /no/such/folder: No such file or directory"),
        ({"program": "no number"}, "non-hexadecimal number found in fromhex() arg at position 0"),
    ],
    ids=["no folder", "no filter", "no mount", "no program"],
)
def test_a_lockdown_that_fails_is_told_before_torch_is_loaded(work, changes, reason):
    with started(settings_of(work, **changes)) as (process, control):
        message = control.recv(4096)
        out, err = process.communicate(timeout=20)
    assert message[:1] == REFUSED
    assert message[1:].decode().endswith(reason)
    assert (process.returncode, out.decode().strip(), err.decode()) == (0, "False", "")


def test_a_child_that_dies_of_the_lockdown_is_told_too(work):
    kill = "0600000000000080"  # BPF_RET with SECCOMP_RET_KILL_PROCESS: the first system call is the last
    with started(settings_of(work, program=kill)) as (_, control):
        assert control.recv(4096) == REFUSED + b"the child that tried it died"


def sleeps(pid, within=3.0):
    """Whether a process comes to wait for something, as one does that has nothing to do."""
    deadline = time.monotonic() + within
    while not (waits := state(pid)[0] == "S") and time.monotonic() < deadline:
        time.sleep(0.02)
    return waits


def test_it_says_when_it_can_lock_and_when_it_is_ready_and_goes_when_the_socket_is_closed(work):
    with started(settings_of(work)) as (process, control):
        assert control.recv(4096) == LOCKED
        assert control.recv(4096) == READY
        assert len(os.listdir(f"/proc/{process.pid}/task")) == 1  # noqa: PTH208
        assert descendants(process.pid) == []
        assert sleeps(process.pid)
        control.close()
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out.decode().strip(), err.decode()) == (0, "True", "")


def test_it_dies_with_the_process_that_started_it(work):
    script = f"""
import socket, subprocess, sys, time
ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
command = [sys.executable, "-I", "-c", {START!r}, str(theirs.fileno()), sys.argv[1]]
zygote = subprocess.Popen(command, pass_fds=[theirs.fileno(), ours.fileno()])  # its own end of the socket stays open
theirs.close()
assert (ours.recv(4096), ours.recv(4096)) == (b"L", b"R")
print(zygote.pid, flush=True)
time.sleep(60)
"""
    command = [sys.executable, "-c", script, settings_of(work)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, **ONE_THREAD}) as starter:
        pid = int(starter.stdout.readline())
        assert state(pid)
        starter.kill()
    try:
        assert gone(pid, within=5)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


# What it is forked from


def run(script):
    result = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env={**os.environ, **ONE_THREAD},
        timeout=60,
        check=False,
    )
    return result.returncode, result.stdout.strip(), result.stderr.strip()


def test_a_second_thread_is_refused():
    code, _, complaint = run("""
import threading, time
from grader.probe import zygote
zygote._WARM_UP = (threading.Thread(target=time.sleep, args=(30,), daemon=True).start,)
zygote._load_torch(warm=True)
""")
    assert code == 1
    assert complaint.endswith("RuntimeError: 2 threads, where children can only be forked from one")


def test_warm_it_has_one_thread_no_gradients_and_knows_the_processor():
    code, said, complaint = run("""
import gc, os
from grader.probe import zygote
zygote._load_torch(warm=True)
import torch
from torch import nn
graphs = [each for each in gc.get_objects() if isinstance(each, torch.Tensor) and each.grad_fn is not None]
print(len(os.listdir("/proc/self/task")), len(graphs), gc.get_freeze_count() > 100_000)
print(torch.is_grad_enabled(), torch.get_default_dtype(), torch.get_num_threads(), torch.initial_seed() != 0)
x = torch.ones(3, requires_grad=True)
(x * 2).sum().backward()
print(x.grad.tolist())
""")
    assert (code, complaint) == (0, "")
    assert said.split("\n") == ["1 0 True", "True torch.float32 1 True", "[2.0, 2.0, 2.0]"]


def test_collapsing_memory_leaves_what_is_in_it():
    code, said, complaint = run("""
import hashlib
from grader.probe.zygote import collapse_memory
data = bytearray(hashlib.shake_128(b"contents").digest(2**24))
others = [str(number) * 7 for number in range(100_000)]
before = hashlib.sha256(data).hexdigest(), hash(tuple(others))
done = collapse_memory()
print(type(done).__name__, done >= 0, before == (hashlib.sha256(data).hexdigest(), hash(tuple(others))))
print(collapse_memory() >= 0)
""")
    assert (code, complaint) == (0, "")
    assert said.split("\n") == ["int True True", "True"]

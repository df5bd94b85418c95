"""The sandbox that works everywhere: a fresh Python process for every job, with limits, and no wall around it.

The child runs in isolated mode with a cleared environment and an own temporary folder, in its own session. Two threads
read its pipes, so that the main one can keep the wall clock: it never depends on the child to keep a limit. The whole
process group is killed at the end of every job, however it ends.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator

from grader.errors import SandboxError
from grader.observation.frames import Done, Ended, EndKind, Failed, Frame, Printed, Ready
from grader.observation.job import Job
from grader.observation.wire import BLOB_BYTES, FrameReader
from grader.sandbox.endings import Lost, Order, aborted_for_memory, how_it_ended, read_frames
from grader.sandbox.folders import remove

START_SECONDS = 120.0  # for Python and torch to load, on a cold and busy machine
OUTPUT_BYTES = 64 * 1024
_TICK_SECONDS = 0.1
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1")


class PortableSandbox:
    """A process a job. `prepare` starts the next job's process ahead of time, so that torch loads while the caller
    works.
    """

    def __init__(self, level: int = 1) -> None:
        self.level = level
        self._prepared: list[_Child] = []
        self._alive: set[_Child] = set()

    def prepare(self, children: int = 1) -> None:
        """Have this many processes on their way."""
        while len(self._prepared) < children:
            self._prepared.append(self._start())

    def run(self, job: Job) -> Iterator[Frame]:
        """See `Sandbox.run`."""
        child = self._prepared.pop(0) if self._prepared else self._start()
        try:
            yield from child.work(job)
        finally:
            child.end()
            self._alive.discard(child)

    def close(self) -> None:
        """Kill every child that is left, prepared or at work."""
        self._prepared.clear()
        while self._alive:
            self._alive.pop().end()

    def _start(self) -> _Child:
        child = _Child()
        self._alive.add(child)
        return child


class _Child:
    """One process, its folder, and the threads that read from it."""

    def __init__(self) -> None:
        self._folder = tempfile.mkdtemp(prefix="grade-")
        try:
            self._process = _spawn(self._folder)
        except OSError as error:
            remove(self._folder)
            raise SandboxError(f"no process could be started for the submission: {error}") from None
        self._chunks: queue.Queue[bytes] = queue.Queue(maxsize=64)
        self._printed = bytearray()
        self._ending = threading.Event()
        self._readers = [threading.Thread(target=read, daemon=True) for read in (self._read_frames, self._read_prints)]
        for reader in self._readers:
            reader.start()

    def work(self, job: Job) -> Iterator[Frame]:
        """Hand over the job and pass on what comes, until the child is done, gone, or out of time."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it is gone already: the loop below says so
            self._process.stdin.write(job.to_bytes())
            self._process.stdin.close()
        ended, ready = None, False
        try:
            for frame in self._frames(job):
                ready = ready or isinstance(frame, Ready)
                yield frame
        except Lost as lost:
            ended = lost.ended
        self.end()
        if not ready:
            raise SandboxError(
                f"the process for the submission did not start: {self._text()[-2000:] or 'it said nothing'}"
            )
        yield Printed(self._text())
        if ended:
            yield aborted_for_memory(ended, bytes(self._printed))

    def end(self) -> None:
        """Kill the child with all that it started, and remove its folder. Only the first call does anything."""
        if self._ending.is_set():  # by now its number may be another process's
            return
        self._ending.set()
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()
        for reader in self._readers:
            reader.join(timeout=1)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()
        remove(self._folder)

    def _frames(self, job: Job) -> Iterator[Frame]:
        reader, order = FrameReader(BLOB_BYTES * len(job.runs)), Order(job)
        deadline = time.monotonic() + START_SECONDS
        left = len(job.runs)
        while left:
            for frame in read_frames(reader, order, self._next_chunk(deadline, job)):
                if isinstance(frame, Failed):
                    raise SandboxError(f"the probe failed: {frame.reason}")
                if isinstance(frame, Ready | Done):
                    deadline = time.monotonic() + job.limits.wall_seconds
                left -= isinstance(frame, Done)
                yield frame
                if not left:  # what follows was not asked for
                    return

    def _next_chunk(self, deadline: float, job: Job) -> bytes:
        """The next bytes from the child. Raises Lost when it is gone or its time is over."""
        while time.monotonic() < deadline:
            gone = self._process.poll() is not None
            try:
                return self._chunks.get(timeout=_TICK_SECONDS)
            except queue.Empty:
                if gone:
                    self._readers[0].join(timeout=1)  # what it sent last may still be on its way
                    if self._chunks.empty():
                        raise Lost(how_it_ended(self._process.returncode, job)) from None
        raise Lost(Ended(EndKind.TIMEOUT, f"it did not finish within {job.limits.wall_seconds:g} seconds"))

    def _read_frames(self) -> None:
        assert self._process.stdout is not None
        with contextlib.suppress(OSError, ValueError):
            while data := os.read(self._process.stdout.fileno(), 1 << 16):
                while not self._ending.is_set():
                    with contextlib.suppress(queue.Full):
                        self._chunks.put(data, timeout=_TICK_SECONDS)
                        break

    def _read_prints(self) -> None:
        assert self._process.stderr is not None
        with contextlib.suppress(OSError, ValueError):
            while data := os.read(self._process.stderr.fileno(), 1 << 16):
                self._printed += data[: OUTPUT_BYTES - len(self._printed)]

    def _text(self) -> str:
        return bytes(self._printed).decode("utf-8", "replace")


def _spawn(folder: str) -> subprocess.Popen[bytes]:
    environment = {
        "HOME": folder,
        "TMPDIR": folder,
        "TEMP": folder,
        "TMP": folder,
        "LANG": "C.UTF-8",
        "CUDA_VISIBLE_DEVICES": "",
    }
    if "SYSTEMROOT" in os.environ:  # Windows does not load sockets and random numbers without it
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    return subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", "-m", "grader.probe"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**environment, **_ONE_THREAD},
        start_new_session=True,
    )

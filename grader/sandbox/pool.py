"""The warm sandbox: a zygote that has torch loaded forks a locked-down child for every job (levels 3 and 2).

One thread keeps it all: the frames, the prints, the wall clock and the caps, by poll(2) on pipes. A child is killed by
its pidfd, which can never mean another process. The zygote dies with this process (PR_SET_PDEATHSIG, and bubblewrap's
own), and its children with it, so that killing the grader at any moment leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from grader.errors import SandboxError
from grader.observation.frames import Done, Ended, EndKind, Failed, Frame, Printed, Ready
from grader.observation.job import Job
from grader.observation.wire import BLOB_BYTES, FrameReader
from grader.sandbox import bubblewrap, seccomp
from grader.sandbox.cgroups import ControlGroup
from grader.sandbox.endings import Lost, Order, aborted_for_memory, how_it_ended, read_frames
from grader.sandbox.folders import WORK_ENTRIES, WORK_MIB, empty, overfull

START_SECONDS = 120.0  # for Python and torch to load, on a cold and busy machine
END_SECONDS = 20.0  # for a killed child to be gone
OUTPUT_BYTES = 64 * 1024
WATCH_SECONDS = 0.2
_ENDING = struct.Struct("=id")  # as the zygote packs it
NOBODY = 65534
_LOCKED, _REFUSED, _READY, _CHILD, _ENDED = b"L", b"X", b"R", b"C", b"E"  # the zygote's words


_TOO_MUCH_WRITTEN = f"it wrote more than {WORK_MIB} MiB, or more than {WORK_ENTRIES} files and folders"


class LevelRefused(SandboxError):  # noqa: N818  # what happened, as with Lost
    """The machine does not give the level; the text says what refused."""


class ZygoteLost(SandboxError):  # noqa: N818  # as above
    """The zygote is gone."""


class WarmSandbox:
    """Level 3 or 2. `warm` spends seconds on all that is slow the first time; a single job is quicker without."""

    def __init__(self, level: int, *, warm: bool = True) -> None:
        self.level = level
        self._warm = warm
        self._zygote: _Zygote | None = None

    def prepare(self, _children: int = 1) -> None:
        """Have the zygote on its way. Raises LevelRefused as soon as the lockdown was tried, before torch is loaded."""
        if self._zygote is None:
            self._zygote = _Zygote(self.level, warm=self._warm)

    @property
    def bounded_by(self) -> ControlGroup | None:
        """What bounds memory and processes of a submission's whole tree; None where the machine gives no such thing."""
        return self._zygote.group if self._zygote is not None else None

    @property
    def fork_seconds(self) -> float | None:
        """What the last fork of a child took."""
        return self._zygote.fork_seconds if self._zygote is not None else None

    def run(self, job: Job) -> Iterator[Frame]:
        """See `Sandbox.run`. A zygote that dies is started anew, and the job is run once more from its beginning."""
        for last in (False, True):
            self.prepare()
            assert self._zygote is not None
            try:
                yield from self._zygote.run(job)
            except ZygoteLost:
                self.close()
                if last:
                    raise
            else:
                return

    def close(self) -> None:
        """Kill the zygote with all its children."""
        if self._zygote is not None:
            self._zygote.kill()
            self._zygote = None


class _Zygote:
    """The process that forks, seen from outside: a socket to ask it by, and its process to kill."""

    def __init__(self, level: int, *, warm: bool) -> None:
        self._folder = tempfile.mkdtemp(prefix="grade-") if level < 3 else None  # at level 3 each child mounts its own
        self._work = self._folder or bubblewrap.WORK
        self.group = ControlGroup.make()
        self._memory = self._bound = 0  # what the zygote itself takes, and what the whole tree may
        self.fork_seconds: float | None = None  # what the last fork took
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  # read when it does not start, closed by kill
        try:
            if self._folder is not None and os.geteuid() == 0:
                os.chown(self._folder, NOBODY, NOBODY)
            self._process = self._spawn(level, warm, theirs)
        except OSError as error:  # no bubblewrap
            self._forget()
            raise LevelRefused(str(error)) from None
        except KeyError as error:
            self._forget()
            raise LevelRefused(f"the system calls of the processor {error.args[0]} are not known") from None
        finally:
            theirs.close()
        self._ready = False
        self._child: _Child | None = None
        self._wait_for_the_lock()

    def run(self, job: Job) -> Iterator[Frame]:
        """Have a child forked for the job, and pass on what it says."""
        self._wait_until_ready()
        if self.group is not None:  # besides its own, a child may come to hold a copy of all that the zygote has
            self._bound_memory(2 * self._memory + (job.limits.memory_mib + WORK_MIB) * 2**20)
        self._child = child = _Child(self, job)
        try:
            yield from child.work()
        finally:
            with contextlib.suppress(ZygoteLost):  # whoever closes this iterator asks for no other zygote
                child.end()
            if self._folder is not None:
                with contextlib.suppress(FileNotFoundError):  # it was killed meanwhile
                    empty(self._folder)  # one job after another works in it

    def _bound_memory(self, size: int) -> None:
        if self.group is not None and size != self._bound:
            self.group.bound_memory(size)
            self._bound = size

    def ask(self, pipes: list[int]) -> int:
        """Have a child forked that has these pipes; its pidfd."""
        asked = time.perf_counter()
        try:
            socket.send_fds(self._control, [b"J"], pipes)
        except OSError:
            raise ZygoteLost(f"the process that starts submissions is gone: {self._said()}") from None
        answer, descriptors = self._hear(START_SECONDS)
        if answer[:1] != _CHILD or len(descriptors) != 1:
            raise ZygoteLost(f"the process that starts submissions started none: {self._said()}")
        self.fork_seconds = time.perf_counter() - asked
        return descriptors[0]

    def ending(self, seconds: float) -> tuple[int, float]:
        """How the child ended, as subprocess says it, and the seconds of processor time that it took. Raises ZygoteLost
        where that is not to be learned.
        """
        answer, _ = self._hear(seconds)
        if answer[:1] != _ENDED or len(answer) != 1 + _ENDING.size:
            raise ZygoteLost(f"the process that starts submissions was lost with one: {self._said()}")
        code, used = _ENDING.unpack(answer[1:])
        return int(code), float(used)

    @property
    def overfull(self) -> bool:
        """Whether a child wrote more than it may. At level 3 its file system sees to that."""
        return self._folder is not None and overfull(self._folder)

    @property
    def control(self) -> int:
        """The socket's descriptor, to be polled."""
        return self._control.fileno()

    def kill(self) -> None:
        """End it with all that it started."""
        if self._child is not None:
            with contextlib.suppress(ZygoteLost):
                self._child.end()
        with contextlib.suppress(OSError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._forget()

    def _forget(self) -> None:
        self._control.close()
        self._errors.close()
        if self.group is not None:
            self.group.remove()
        if self._folder is not None:
            with contextlib.suppress(OSError):
                empty(self._folder)
                Path(self._folder).rmdir()

    def _spawn(self, level: int, warm: bool, theirs: socket.socket) -> subprocess.Popen[bytes]:
        command = bubblewrap.command(level, self._work)
        settings = {
            "level": level,
            "readable": command.readable,
            "work": self._work,
            "warm": warm,
            "program": seccomp.program().hex(),
        }
        words = (*command.words, str(theirs.fileno()), json.dumps(settings))
        return subprocess.Popen(  # noqa: S603  # our own command line
            words if self.group is None else self.group.enter(words),
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            env=command.environment,
            cwd="/",
            start_new_session=True,
        )

    def _wait_for_the_lock(self) -> None:
        try:
            answer, _ = self._hear(START_SECONDS)
        except ZygoteLost as error:
            self.kill()
            raise LevelRefused(str(error)) from None
        if answer[:1] != _LOCKED:
            self.kill()
            raise LevelRefused(answer[1:].decode("utf-8", "replace"))

    def _wait_until_ready(self) -> None:
        if not self._ready and self._hear(START_SECONDS)[0] != _READY:
            raise ZygoteLost(f"the process that starts submissions did not start: {self._said()}")
        if self.group is not None and not self._ready:
            self._memory = self.group.memory()
        self._ready = True

    def _hear(self, seconds: float) -> tuple[bytes, list[int]]:
        """Its next message, with the descriptors in it."""
        poller = select.poll()
        poller.register(self._control, select.POLLIN)
        if not poller.poll(1000 * seconds):
            raise ZygoteLost(f"the process that starts submissions said nothing for {seconds:g} seconds")
        try:
            message, descriptors, _, _ = socket.recv_fds(self._control, 4096, 1)
        except OSError:
            message, descriptors = b"", []
        if not message:
            raise ZygoteLost(f"the process that starts submissions ended: {self._said()}")
        return message, descriptors

    def _said(self) -> str:
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace").strip()[-2000:] or "it said nothing"


class _Child:
    """One child at work: its pipes, its pidfd, and the clock."""

    def __init__(self, zygote: _Zygote, job: Job) -> None:
        self._zygote, self._job = zygote, job
        self._ending: tuple[int, float] | None = None
        self._printed = bytearray()
        self._look_at = time.monotonic() + WATCH_SECONDS
        job_end, self._job_pipe = os.pipe()
        self._frames_pipe, frames_end = os.pipe()
        self._prints_pipe, prints_end = os.pipe()
        self._pidfd: int | None = None
        try:
            self._pidfd = zygote.ask([job_end, frames_end, prints_end])
        finally:
            for descriptor in (job_end, frames_end, prints_end):
                os.close(descriptor)
            if self._pidfd is None:
                self._close()

    def work(self) -> Iterator[Frame]:
        """Hand over the job and pass on what comes, until the child is done, gone, or out of time."""
        with contextlib.suppress(OSError), os.fdopen(os.dup(self._job_pipe), "wb") as file:
            os.close(self._job_pipe)
            self._job_pipe = -1
            file.write(self._job.to_bytes())
        ended, ready = None, False
        try:
            for frame in self._frames():
                ready = ready or isinstance(frame, Ready)
                yield frame
        except Lost as lost:
            ended = aborted_for_memory(lost.ended, bytes(self._printed))
        self.end()
        if not ready:
            said = self._text()[-2000:] or "it said nothing"
            raise SandboxError(f"the process for the submission did not start: {said}")
        yield Printed(self._text())
        if ended:
            yield ended

    def end(self) -> None:
        """Kill the child, wait until it is gone, and read what it printed last."""
        if self._pidfd is None:
            return
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
        poller = select.poll()
        poller.register(self._pidfd, select.POLLIN)
        poller.poll(1000 * END_SECONDS)  # it is gone, even where no zygote is left to say so
        try:
            if self._ending is None:
                self._ending = self._zygote.ending(END_SECONDS)
            while self._read(self._prints_pipe):
                pass
        finally:
            self._close()

    def _frames(self) -> Iterator[Frame]:
        reader, order = FrameReader(BLOB_BYTES * len(self._job.runs)), Order(self._job)
        deadline = time.monotonic() + START_SECONDS
        left = len(self._job.runs)
        while left:
            for frame in read_frames(reader, order, self._next_chunk(deadline)):
                if isinstance(frame, Failed):
                    raise SandboxError(f"the probe failed: {frame.reason}")
                if isinstance(frame, Ready | Done):
                    deadline = time.monotonic() + self._job.limits.wall_seconds
                left -= isinstance(frame, Done)
                yield frame
                if not left:  # what follows was not asked for
                    return

    def _next_chunk(self, deadline: float) -> bytes:
        """The next bytes of frames. Raises Lost when the child is gone or its time is over."""
        poller = select.poll()
        for descriptor in (self._frames_pipe, self._prints_pipe, self._zygote.control):
            poller.register(descriptor, select.POLLIN)
        while (left := deadline - time.monotonic()) > 0:
            events = dict(poller.poll(1000 * min(left, WATCH_SECONDS)))
            if time.monotonic() >= self._look_at:
                self._look_at = time.monotonic() + WATCH_SECONDS
                if self._zygote.overfull:
                    raise Lost(Ended(EndKind.CRASHED, _TOO_MUCH_WRITTEN))
            if self._prints_pipe in events and self._read(self._prints_pipe) is None:
                poller.unregister(self._prints_pipe)
            if self._frames_pipe in events:
                chunk = os.read(self._frames_pipe, 1 << 16)
                if chunk:
                    return chunk
                poller.unregister(self._frames_pipe)  # what it sent is read; its end is still to be told
            if self._zygote.control in events and self._frames_pipe not in events:
                self._ending = self._zygote.ending(END_SECONDS)
                raise Lost(how_it_ended(self._ending[0], self._job, self._ending[1]))
        raise Lost(Ended(EndKind.TIMEOUT, f"it did not finish within {self._job.limits.wall_seconds:g} seconds"))

    def _read(self, pipe: int) -> bytes | None:
        """Take what was printed, and keep it up to the cap; None at the end of it."""
        chunk = os.read(pipe, 1 << 16)
        self._printed += chunk[: OUTPUT_BYTES - len(self._printed)]
        return chunk or None

    def _text(self) -> str:
        return bytes(self._printed).decode("utf-8", "replace")

    def _close(self) -> None:
        for descriptor in (self._job_pipe, self._frames_pipe, self._prints_pipe, self._pidfd):
            if descriptor is not None and descriptor >= 0:
                os.close(descriptor)
        self._pidfd = None
        self._job_pipe = self._frames_pipe = self._prints_pipe = -1

"""How a child ended, in words, and whether the frames that it sent are those that were due. Shared by the sandboxes."""

from __future__ import annotations

import signal
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import replace

from grader.errors import WireError
from grader.observation.frames import (
    CALLS_TOLD,
    FROM_CHILD,
    Called,
    CaseSeen,
    Done,
    Ended,
    EndKind,
    Failed,
    Frame,
    Loaded,
    Read,
    Ready,
)
from grader.observation.job import Job
from grader.observation.wire import FrameReader

COUNTERS = 1000  # in one case
OUT_OF_MEMORY_CODE = 128 + signal.SIGKILL  # as the probe says it; shells too


class Lost(Exception):  # noqa: N818  # what happened to the child
    """The child is gone, or has to go."""

    def __init__(self, ended: Ended) -> None:
        self.ended = ended


class Order:
    """The frames that a child sends for a job, one after another. Any other was forged, and could win it time."""

    def __init__(self, job: Job) -> None:
        self._told: Counter[int] = Counter()
        self._read: Read | None = None
        self._due: deque[tuple[object, ...]] = deque([(Ready,)])
        for index, run in enumerate(job.runs):
            self._due += [(Loaded, index), *((CaseSeen, index, case) for case in run.cases), (Done, index)]

    def takes(self, frame: Frame) -> bool:
        """Whether this frame is due now; then the one after it is."""
        match frame:
            case Called(run=run, case=case, counter=counter):
                self._told[counter] += 1
                is_due = bool(self._due) and self._due[0] == (CaseSeen, run, case)
                return is_due and len(self._told) <= COUNTERS and self._told[counter] <= CALLS_TOLD
            case Read(run=run):
                first = self._read is None and bool(self._due) and self._due[0] == (Loaded, run)
                self._read = self._read or frame
                return first
            case Loaded(run=run) | Done(run=run):
                key: tuple[object, ...] = (type(frame), run)
            case CaseSeen(run=run, case=case):
                key = (CaseSeen, run, case)
            case _:
                key = (type(frame),)
        if not self._due or self._due[0] != key:
            return isinstance(frame, Failed)
        self._due.popleft()
        self._told.clear()
        if isinstance(frame, Loaded) and frame.error:
            while self._due[0][0] is CaseSeen:
                self._due.popleft()
        return True

    def as_read(self, frame: Frame) -> Frame:
        """A `Loaded` with what was told before any of the module ran, whatever it says now; others as they are."""
        if not isinstance(frame, Loaded) or self._read is None:
            return frame
        read, self._read = self._read, None
        return replace(frame, lines=read.lines, violations=read.violations)


def read_frames(reader: FrameReader, order: Order, chunk: bytes) -> Iterator[Frame]:
    """The frames that `chunk` completes. Raises Lost where they are not what a child sends."""
    try:
        for frame in reader.feed(chunk):
            if not (isinstance(frame, FROM_CHILD) and order.takes(frame)):
                raise WireError(f"the frame {type(frame).__name__} was not due")
            yield order.as_read(frame)
    except WireError as error:
        raise Lost(Ended(EndKind.GARBLED, f"its results could not be read: {error}")) from None


def how_it_ended(code: int, job: Job, cpu_seconds: float = 0.0) -> Ended:
    """A return code in words: see https://docs.python.org/3/library/subprocess.html#subprocess.Popen.returncode.

    `cpu_seconds` is the processor time that it took, where that is known.
    """
    if code == OUT_OF_MEMORY_CODE:
        return Ended(EndKind.OUT_OF_MEMORY, "it ran out of memory")
    if code >= 0:
        return Ended(EndKind.EXITED, f"it ended the program itself, with exit code {code}")
    name = signal.Signals(-code).name if -code in signal.Signals._value2member_map_ else f"signal {-code}"
    if name == "SIGXCPU" or (name == "SIGKILL" and cpu_seconds > job.limits.cpu_seconds):
        return Ended(EndKind.TIMEOUT, f"it used more than {job.limits.cpu_seconds:g} seconds of processor time")
    if name == "SIGKILL":
        return Ended(EndKind.OUT_OF_MEMORY, "the system killed it, as it does when memory runs out")
    return Ended(EndKind.CRASHED, f"it crashed with {name} ({signal.strsignal(-code)})")


def aborted_for_memory(ended: Ended, printed: bytes) -> Ended:
    """C++ code that gets no memory aborts, and says so on the way: then that is how it ended."""
    if ended.kind is EndKind.CRASHED and b"bad_alloc" in printed:
        return Ended(EndKind.OUT_OF_MEMORY, "the program ran out of memory and was aborted")
    return ended

"""The child process: reads a job from its standard input, works through it, and writes frames to where its standard
output was.

A student's code finds /dev/null as standard input, and its prints go to the pipe that the parent gave as standard
error.
"""

from __future__ import annotations

import contextlib
import functools
import os
import sys
import time
import traceback
from typing import BinaryIO

try:
    import resource
except ImportError:
    resource = None  # type: ignore[assignment]  # there is none on Windows

from grader.observation.frames import CALLS_TOLD, Called, CaseSeen, Done, Failed, Frame, Ready
from grader.observation.job import Job, Limits, Run
from grader.observation.wire import encode
from grader.probe import lockdown

OUT_OF_MEMORY_CODE = 128 + 9  # what a shell reports of a process that the system killed


def main() -> None:
    """Serve one job and leave without cleaning up: what a student's code left behind must not run."""
    lockdown.die_with_the_parent()
    frames = _take_over_the_pipes()
    import torch

    from grader.probe.loading import versions

    torch.set_num_threads(1)
    send(frames, Ready(versions()))
    job = Job.from_bytes(_read_job())
    limit(job.limits)
    serve(job, frames)


def serve(job: Job, frames: BinaryIO) -> None:
    """Work through a job, and leave. Never returns."""
    try:
        for index, run in enumerate(job.runs):
            perform(job, index, run, frames)
    except MemoryError:  # what the student's code holds has left none: the same end as when the system sees to it
        os._exit(OUT_OF_MEMORY_CODE)
    except BaseException as error:  # not the student's code: what that raises is observed, and ends in a frame
        send(frames, Failed(_where_it_failed(error)))
    os._exit(0)


def perform(job: Job, index: int, run: Run, frames: BinaryIO) -> None:
    """One module at one seed: load it, run the cases asked for, send a frame as each is finished."""
    from grader.probe.loading import load
    from grader.probe.observers import Tally
    from grader.probe.recording import Recorder
    from grader.probe.trials import TrialRunner

    module, loaded = load(job, run, index, functools.partial(send, frames))
    send(frames, loaded)
    if loaded.error is None:
        runner = TrialRunner(module, run, Recorder())
        for case, seeds in zip(run.cases, run.seeds, strict=True):
            tally = Tally(functools.partial(_tell, frames, index, case))
            started = time.perf_counter()
            trials = runner.case(job.cases[case], seeds, tally)
            calls = tuple(min(count, CALLS_TOLD) for count in tally.counts)
            _send_case(frames, CaseSeen(index, case, trials, time.perf_counter() - started, calls))
    send(frames, Done(index))


def _tell(frames: BinaryIO, run: int, case: int, counter: int) -> None:
    frames.write(_called(run, case, counter))
    frames.flush()


@functools.lru_cache(maxsize=64)
def _called(run: int, case: int, counter: int) -> bytes:
    return encode(Called(run, case, counter))


def _where_it_failed(error: BaseException) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({place.filename.rpartition(os.sep)[2]}:{place.lineno})"[:2000]


def limit(limits: Limits) -> None:
    """Apply what the operating system can hold a process to. Memory counts from what torch already takes."""
    if resource is None:  # Windows: the parent's clock is the only limit
        return
    memory = _address_space_bytes() + limits.memory_mib * 2**20
    cpu = max(1, round(limits.cpu_seconds + time.process_time()))
    wanted = {"RLIMIT_CPU": cpu, "RLIMIT_FSIZE": limits.file_mib * 2**20, "RLIMIT_CORE": 0}
    if sys.platform == "linux":
        wanted["RLIMIT_AS"] = memory
    for name, value in wanted.items():
        kind = getattr(resource, name)
        hard = resource.getrlimit(kind)[1]
        soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (soft, soft if name != "RLIMIT_CPU" else hard))


def _address_space_bytes() -> int:
    try:
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _take_over_the_pipes() -> BinaryIO:
    frames = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    print_by_line()
    return frames


def print_by_line() -> None:
    """Streams to what descriptors 1 and 2 are now, by lines: what was printed before a hang or a crash is kept."""
    for name, descriptor in (("stdout", 1), ("stderr", 2)):
        stream = open(descriptor, "w", 1, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _read_job() -> bytes:
    data = sys.stdin.buffer.read()
    if not data:  # the parent went away, or had no use for this child after all
        os._exit(0)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    return data


def _send_case(frames: BinaryIO, case: CaseSeen) -> None:
    from grader.probe.recording import fit

    _, frame = fit(case)
    _write(frames, frame)


def send(frames: BinaryIO, frame: Frame) -> None:
    """Write a frame, after what was printed so far."""
    _write(frames, encode(frame))


def _write(frames: BinaryIO, frame: bytes) -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(BaseException):  # a student's code may have closed it, or put anything in its place
            stream.flush()
    frames.write(frame)
    frames.flush()

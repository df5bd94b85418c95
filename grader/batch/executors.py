"""Who does the work: processes on this machine, or a Dask cluster. Anything that is a `concurrent.futures.Executor`
will do.

A worker process of this machine dies with the run that started it (PR_SET_PDEATHSIG, or a look at its parent once a
second), and its sandbox with it.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from typing import Any, NoReturn

from grader.batch import work

_PR_SET_PDEATHSIG = 1
_LEAVE_SECONDS = 5.0  # for a worker to leave nothing behind


@contextmanager
def local(workers: int) -> Iterator[Executor]:
    """So many processes of this machine. Left early, they are ended at once."""
    executor = _Processes(workers, multiprocessing.get_context("spawn"), initializer=_end_with, initargs=(os.getpid(),))
    try:
        yield executor
    except BaseException:
        _kill(executor)
        raise
    executor.shutdown()


class _Processes(ProcessPoolExecutor):
    """Starts its processes deaf to Ctrl-C, which a terminal sends to all of them: they have nothing to say to it."""

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """See `Executor.submit`, which starts a process where there is work for one more."""
        if not hasattr(signal, "pthread_sigmask"):
            return super().submit(_do, work, *arguments, **named)
        resource_tracker.ensure_running()  # it is started with these, and lets Ctrl-C through when it is
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            return super().submit(_do, work, *arguments, **named)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])


@contextmanager
def here() -> Iterator[Executor]:
    """No other process: what is handed out is done before it is answered."""
    yield _Here()


class _Here(Executor):
    def submit(self, work: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """Do it now."""
        future: Future[Any] = Future()
        try:
            future.set_result(work(*arguments, **named))
        except Exception as error:  # whoever asks for the result gets it
            future.set_exception(error)
        return future


def workers_here() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _kill(executor: ProcessPoolExecutor) -> None:
    """End the workers in the middle of their work: their results were not counted."""
    processes: list[Any] = list((getattr(executor, "_processes", None) or {}).values())
    executor.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + _LEAVE_SECONDS
    left = {process.sentinel: process for process in processes}
    while left and (seconds := deadline - time.monotonic()) > 0:
        for sentinel in wait(list(left), seconds):
            del left[sentinel]
    for process in left.values():
        process.kill()


def _end_with(parent: int) -> None:
    """In a worker: leave Ctrl-C to the run, go when it goes, and leave nothing behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    signal.signal(signal.SIGTERM, _leave)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
        if os.getppid() != parent:  # it went before the wish was heard
            os._exit(1)
    else:
        _thread(lambda: _watch(parent))


class _Told(BaseException):
    """Unwinds the work of a worker that is told to leave, so that nothing is let go of in the middle of a step."""


_at_work = False


def _do(work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """In a worker: the work, which ends early where the worker is told to leave."""
    global _at_work  # noqa: PLW0603  # what the handler of the signal has to know
    try:
        _at_work = True
        return work(*arguments, **named)
    except _Told:
        _go()
    finally:
        _at_work = False


def _leave(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough
    if _at_work:
        raise _Told
    _go()


def _go() -> NoReturn:
    work.release()
    os._exit(1)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _thread(target: Callable[[], None]) -> None:
    threading.Thread(target=target, daemon=True).start()

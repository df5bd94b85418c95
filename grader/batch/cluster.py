"""A Dask cluster as the crew of a run: https://distributed.dask.org.

A pack goes once to each worker, also to those that come later; a submission travels as bytes, and its report as bytes.
Each thread of a worker keeps a sandbox of its own, as a subprocess. What a lost worker was at is done again by another,
and workers may come and go. They must hold this version of Python, of the grader and of torch; a course they need not
have.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from distributed import Client
from distributed.core import rpc
from distributed.security import Security

from grader.batch import work
from grader.batch.dask_worker import Keeper, held, work_through
from grader.batch.run import Crew
from grader.errors import GraderError, UsageError

CONNECT_SECONDS = 10.0
_COUNT_SECONDS = 5.0  # between looks at how many workers there are
_TASK_SECONDS, _MOST_TOGETHER = 0.1, 8  # of work in a task, and submissions
_GATHER_SECONDS = 0.005  # for more to come
_ATTEMPTS = 5  # to reach all workers, of which one may go at any time


@contextmanager
def crew(address: str, seconds: float = CONNECT_SECONDS) -> Iterator[Crew]:
    """The workers of the scheduler at this address, as in "tcp://10.0.0.1:8786". Waits `seconds` for the scheduler, as
    long for a first worker, and as long for a scheduler that is lost in mid-run to be there again.

    Raises UsageError where it is not to be reached, has no workers, or they hold other versions.
    """
    with _quiet(), _client(address, seconds) as client:
        cluster = _Cluster(client, address, seconds)
        try:
            cluster.wait_for_one()
            cluster.compare_versions()
            yield Crew(cluster.start, cluster.width, cluster.hand, cluster.held_up, cluster.level())
        finally:
            cluster.take_back()


@contextmanager
def _client(address: str, seconds: float) -> Iterator[Any]:
    try:
        kind = asyncio.run(_identity(address, seconds))["type"]
        if kind != "Scheduler":
            raise ValueError(f"a {kind} answers there")
        client = Client(address, timeout=seconds, set_as_default=False)  # type: ignore[no-untyped-call]  # has no types
    except TimeoutError:
        raise UsageError(f"the Dask scheduler {address} cannot be reached: no answer in {seconds:g} seconds") from None
    except Exception as error:  # of whatever kind Dask raises at what it does not understand
        raise UsageError(f"the Dask scheduler {address} cannot be reached: {error or type(error).__name__}") from None
    with client:
        yield client


async def _identity(address: str, seconds: float) -> dict[str, Any]:
    """What the one that answers at an address says of itself. A client of Dask's would wait without end for one that
    accepts a connection and says nothing.
    """
    words = Security().get_connection_args("client")  # type: ignore[no-untyped-call]  # as above
    remote: Any = rpc  # as above
    async with asyncio.timeout(seconds), remote(address, timeout=seconds, connection_args=words) as there:
        found: dict[str, Any] = await there.identity()
        return found


class _Cluster:
    """A scheduler and its workers, seen from a run."""

    def __init__(self, client: Any, address: str, patience: float) -> None:
        self._client, self._address, self._patience = client, address, patience
        self._run = secrets.token_hex(4)  # so that one run does not take back another's packs
        self._names: set[str] = set()
        self._threads_known, self._counted_until = 1, 0.0
        self._executor: _DaskExecutor | None = None

    def wait_for_one(self) -> None:
        """Raise UsageError where there is no worker."""
        try:
            self._client.wait_for_workers(1, timeout=self._patience)
        except TimeoutError:
            raise UsageError(
                f"the Dask scheduler {self._address} has no workers: start some with `dask worker`"
            ) from None

    def compare_versions(self) -> None:
        """Raise UsageError where a worker holds other versions. One that comes later is found out by its reports. The
        scheduler reads what it passes on, and so needs the grader, but not torch.
        """
        here = held()
        try:
            self._client.run_on_scheduler(held)
        except Exception as error:  # of whatever kind Dask raises
            raise UsageError(f"the Dask scheduler {self._address} cannot import this grader: {error}") from None
        for worker, there in self._client.run(held, on_error="return").items():
            if isinstance(there, Exception):
                raise UsageError(f"the Dask worker {worker} cannot import this grader: {there}")
            if there != here:
                raise UsageError(f"the Dask worker {worker} holds {_told(there)}, and this process {_told(here)}")

    def level(self) -> int:
        """The isolation that all workers give."""
        found: dict[str, int] = self._client.run(work.level)
        return min(found.values())

    def width(self) -> int:
        """How many submissions the workers are given at a time; counted now and then, since workers come and go."""
        if time.monotonic() >= self._counted_until and self._client.status == "running":
            self._threads_known = self._threads() or self._threads_known
            self._counted_until = time.monotonic() + _COUNT_SECONDS
        return self._threads_known * (self._executor.together if self._executor else 1)

    def held_up(self) -> str:
        """What keeps the work waiting."""
        threads = self._threads() if self._client.status == "running" else None
        if threads is None:
            return f"the Dask scheduler {self._address} is not to be reached"
        return "" if threads else f"the Dask scheduler {self._address} has no workers"

    def hand(self, pack: bytes) -> str:
        """Have a pack on every worker, also on those that come later; its name."""
        name = f"grade-{self._run}-{hashlib.sha256(pack).hexdigest()[:16]}"
        self._names.add(name)
        _reach_all(lambda: self._client.register_plugin(Keeper(name, pack), name=name))
        return name

    def take_back(self) -> None:
        """Have workers let go of all that they keep for this run."""
        if self._client.status == "running":
            for name in self._names:
                with suppress(Exception):  # of whatever kind Dask raises where the scheduler is lost meanwhile
                    _reach_all(partial(self._client.unregister_worker_plugin, name))

    @contextmanager
    def start(self) -> Iterator[Executor]:
        """The cluster as an executor. What is not done when it is left early is called back. Raises GraderError where
        the scheduler is lost and does not come back.
        """
        executor = self._executor = _DaskExecutor(self._client)
        try:
            yield executor
        except Exception as error:  # of whatever kind Dask raises
            if isinstance(error, GraderError) or self._is_there():
                raise
            raise GraderError(
                f"the Dask scheduler {self._address} was lost: every result that was counted is kept; "
                "run the same command again when it is back"
            ) from None
        finally:
            executor.shutdown(wait=False)

    def _is_there(self) -> bool:
        """Whether the scheduler is to be reached, now or again."""
        while self._client.status == "connecting":  # for as long as the client's own patience
            time.sleep(0.05)
        return bool(self._client.status == "running")

    def _threads(self) -> int | None:
        """Those of all workers; None where the scheduler does not say."""
        try:
            threads: dict[str, int] = self._client.nthreads()
        except OSError:
            return None
        return sum(threads.values())


class _DaskExecutor(Executor):
    """Dask's own executor, but that what it calls back is a broken executor, not a result; and that what is quickly
    done goes to a worker a few at a time, since each task costs Dask some milliseconds.
    """

    def __init__(self, client: Any) -> None:
        self._inner: Executor = client.get_executor(pure=False)
        self._loop = client.loop
        self._lock = threading.Lock()
        self._waiting: list[tuple[Future[Any], Callable[[], Any]]] = []
        self._seconds: float | None = None  # that one takes of late
        self._most = _MOST_TOGETHER
        self.together = 1

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """See `Executor.submit`."""
        answer: Future[Any] = Future()
        with self._lock:
            self._waiting.append((answer, partial(function, *arguments, **named)))
            count = len(self._waiting)
        if count >= self.together:
            self._send()
        elif count == 1:
            self._loop.add_callback(self._loop.call_later, _GATHER_SECONDS, self._send)
        return answer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """See `Executor.shutdown`. What is not waited for is called back."""
        del cancel_futures
        with suppress(Exception):  # of whatever kind Dask raises where the scheduler is gone
            self._inner.shutdown(wait)

    def _send(self) -> None:
        with self._lock:
            sent, self._waiting = self._waiting, []
        if not sent:
            return
        answers = [answer for answer, _ in sent]
        try:
            future = self._inner.submit(work_through, [call for _, call in sent])
        except Exception as error:  # of whatever kind Dask raises where the scheduler is gone
            _fail(answers, BrokenExecutor(f"the cluster takes no work: {error}"))
        else:
            future.add_done_callback(partial(self._pass_on, answers))

    def _pass_on(self, answers: list[Future[Any]], future: Future[Any]) -> None:
        if future.cancelled():  # by the scheduler, or since it is gone
            _fail(answers, BrokenExecutor("the cluster let go of it"))
        elif (error := future.exception()) is not None:
            self._most = self.together = 1  # so that the next to be lost is lost alone
            _fail(answers, error)
        else:
            seconds, outcomes = future.result()
            self._measure(seconds / len(outcomes))
            for answer, (result, fault) in zip(answers, outcomes, strict=True):
                if fault is not None:
                    answer.set_exception(fault)
                else:
                    answer.set_result(result)

    def _measure(self, seconds: float) -> None:
        self._seconds = seconds if self._seconds is None else 0.8 * self._seconds + 0.2 * seconds
        self.together = max(1, min(self._most, int(_TASK_SECONDS / max(self._seconds, 1e-9))))


def _fail(answers: list[Future[Any]], error: BaseException) -> None:
    for answer in answers:
        answer.set_exception(error)


def _reach_all(call: Callable[[], object]) -> None:
    """Do what one worker that is lost meanwhile is enough to interrupt."""
    for _ in range(_ATTEMPTS - 1):
        with suppress(OSError):
            call()
            return
    call()


def _told(found: dict[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in found.items())


@contextmanager
def _quiet() -> Iterator[None]:
    """Dask logs what it loses; here that is told as an error, or is none."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)

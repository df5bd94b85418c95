"""A Dask cluster as the crew of a run: https://distributed.dask.org.

Each thread of a worker keeps a sandbox of its own, as a subprocess. A pack travels to a worker once, a submission as
bytes; what a lost worker was at is done again by another, and workers may come and go. They must hold this version of
Python, of the grader and of torch; a course they need not have.
"""

from __future__ import annotations

import logging
import platform
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager, suppress
from typing import Any

from grader.batch import work
from grader.batch.run import Crew
from grader.errors import GraderError, UsageError
from grader.grading import versions

CONNECT_SECONDS = 30.0
_COUNT_SECONDS = 5.0  # between looks at how many workers there are


@contextmanager
def crew(address: str, seconds: float = CONNECT_SECONDS) -> Iterator[Crew]:
    """The workers of the scheduler at this address, as in "tcp://10.0.0.1:8786". Waits `seconds` for the scheduler, and
    as long for a first worker.

    Raises UsageError where it is not to be reached, has no workers, or they hold other versions.
    """
    try:
        from distributed import Client  # noqa: PLC0415  # the extra `cluster`
    except ImportError:
        raise UsageError(
            'for a cluster, Dask is needed: python -m pip install -c constraints.txt -e ".[cluster]"'
        ) from None
    with _quiet():
        try:
            client = Client(address, timeout=seconds, set_as_default=False)  # type: ignore[no-untyped-call]  # has no types
        except (OSError, ValueError) as error:
            raise UsageError(f"the Dask scheduler {address} cannot be reached: {error}") from None
        with client:
            _wait_for_one(client, address, seconds)
            _same_versions(client)
            level = min(client.run(work.level).values())
            yield Crew(lambda: _executor(client, address), _width(client), _hand(client), level)


def _wait_for_one(client: Any, address: str, seconds: float) -> None:
    try:
        client.wait_for_workers(1, timeout=seconds)
    except TimeoutError:
        raise UsageError(f"the Dask scheduler {address} has no workers: start some with `dask worker`") from None


def _same_versions(client: Any) -> None:
    """Raise UsageError where a worker holds other versions. One that comes later is found out by its reports."""
    here = _held()
    for worker, there in client.run(_held, on_error="return").items():
        if isinstance(there, Exception):
            raise UsageError(f"the Dask worker {worker} cannot run this grader: {type(there).__name__}: {there}")
        if there != here:
            raise UsageError(f"the Dask worker {worker} holds {_told(there)}, and this process {_told(here)}")


def _held() -> dict[str, str]:
    return {"Python": platform.python_version(), **versions()}


def _told(found: dict[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in found.items())


def _width(client: Any) -> Callable[[], int]:
    """How many submissions the workers grade at a time; asked for now and then, since workers come and go."""
    known, until = 1, 0.0

    def width() -> int:
        nonlocal known, until
        if time.monotonic() >= until and client.status == "running":
            known, until = max(1, sum(client.nthreads().values())), time.monotonic() + _COUNT_SECONDS
        return known

    return width


def _hand(client: Any) -> Callable[[Executor, bytes], Any]:
    """A pack goes to all workers there are, and from those to later ones. It is the result of a task, so that the
    scheduler has it made anew where all of the workers that held it are lost.
    """

    def hand(_: Executor, pack: bytes) -> Any:
        future = client.submit(bytes, pack, pure=False)
        client.replicate([future])
        return future

    return hand


@contextmanager
def _executor(client: Any, address: str) -> Iterator[Executor]:
    """The cluster as an executor. What is not done when a run is left early is called back, and workers let go of what
    they kept. Raises GraderError where the scheduler is lost.
    """
    executor = _Cluster(client)
    try:
        with _lost(client, address):
            yield executor
    finally:
        executor.shutdown(wait=False)
        if client.status == "running":
            with suppress(Exception):  # of whatever kind Dask raises where workers are lost meanwhile
                client.run(work.release, on_error="ignore")


@contextmanager
def _lost(client: Any, address: str) -> Iterator[None]:
    """What goes wrong without a scheduler goes wrong for that reason."""
    try:
        yield
    except Exception as error:  # of whatever kind Dask raises
        if client.status == "running" or isinstance(error, GraderError):
            raise
        raise GraderError(
            f"the Dask scheduler {address} was lost: every result that was counted is kept; "
            "run the same command again when it is back"
        ) from None


class _Cluster(Executor):
    """Dask's own executor, but that what it calls back is a broken executor, not a result."""

    def __init__(self, client: Any) -> None:
        self._inner: Executor = client.get_executor(pure=False)

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """See `Executor.submit`."""
        answer: Future[Any] = Future()

        def pass_on(future: Future[Any]) -> None:
            if future.cancelled():  # by the scheduler, or since it is gone
                answer.set_exception(BrokenExecutor("the cluster let go of it"))
            elif (error := future.exception()) is not None:
                answer.set_exception(error)
            else:
                answer.set_result(future.result())

        self._inner.submit(function, *arguments, **named).add_done_callback(pass_on)
        return answer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """See `Executor.shutdown`. What is not waited for is called back."""
        del cancel_futures
        with suppress(Exception):  # of whatever kind Dask raises where the scheduler is gone
            self._inner.shutdown(wait)


@contextmanager
def _quiet() -> Iterator[None]:
    """Dask logs what it loses; here that is told as an error, or is none."""
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)

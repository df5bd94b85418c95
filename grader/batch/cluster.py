"""A Dask cluster as the crew of a run: https://distributed.dask.org.

Each worker keeps a sandbox of its own, as a subprocess. Packs are sent to the workers once, submissions as bytes; what
a lost worker was at is done again by another. The workers must hold this version of the grader and of torch; a course
they need not have.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from grader.batch import work
from grader.batch.run import Crew
from grader.errors import UsageError
from grader.grading import versions

_CONNECT_SECONDS = 30


@contextmanager
def crew(address: str) -> Iterator[Crew]:
    """The workers of the scheduler at this address, as in "tcp://10.0.0.1:8786".

    Raises UsageError where it is not to be reached, has no workers, or they hold other versions.
    """
    try:
        from distributed import Client  # noqa: PLC0415  # the extra `cluster`
    except ImportError:
        raise UsageError(
            'for a cluster, Dask is needed: python -m pip install -c constraints.txt -e ".[cluster]"'
        ) from None
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]  # has no types
    except (OSError, ValueError) as error:
        raise UsageError(f"the Dask scheduler {address} cannot be reached: {error}") from None
    with client:
        threads = _threads(client, address)
        _same_versions(client)
        level = min(client.run(work.level).values())
        yield Crew(lambda: _executor(client), threads, _hand(client), level)


def _threads(client: Any, address: str) -> int:
    """How many submissions the workers grade at a time."""
    try:
        client.wait_for_workers(1, timeout=_CONNECT_SECONDS)
    except TimeoutError:
        raise UsageError(f"the Dask scheduler {address} has no workers: start some with `dask worker`") from None
    return sum(client.nthreads().values())


def _same_versions(client: Any) -> None:
    here = versions()
    for worker, there in client.run(versions).items():
        if there != here:
            raise UsageError(f"the Dask worker {worker} holds {_told(there)}, and this process {_told(here)}")


def _told(found: dict[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in found.items())


@contextmanager
def _executor(client: Any) -> Iterator[Executor]:
    """The cluster as an executor. What is not done when a run is left early is called back."""
    executor: Executor = client.get_executor(pure=False)
    try:
        yield executor
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    executor.shutdown()


def _hand(client: Any) -> Any:
    """A pack goes to every worker once; what stands for it then is a future of Dask's."""
    sent: dict[bytes, Any] = {}

    def hand(_: Executor, pack: bytes) -> Any:
        if pack not in sent:
            sent[pack] = client.scatter(pack, broadcast=True, hash=False)
        return sent[pack]

    return hand

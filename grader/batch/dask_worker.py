"""What a Dask worker holds for a run: its packs. It is imported by workers, and by whoever hands them out."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable
from typing import Any

from distributed.diagnostics.plugin import WorkerPlugin
from tornado.ioloop import PeriodicCallback

from grader.batch import work
from grader.grading import versions

_IDLE_SECONDS = 600.0  # after which a sandbox is ended: whoever started the run may have been killed
_LOOK_SECONDS = 60.0


class Keeper(WorkerPlugin):
    """Keeps a pack on every worker there is and every one to come, until it is taken back."""

    def __init__(self, name: str, pack: bytes) -> None:
        self.name, self._pack = name, pack
        self._look: PeriodicCallback | None = None

    def setup(self, worker: Any) -> None:
        """On a worker that begins to know of it."""
        del worker
        work.keep(self.name, self._pack)
        self._look = PeriodicCallback(lambda: work.release(_IDLE_SECONDS), 1000 * _LOOK_SECONDS)
        self._look.start()

    def teardown(self, worker: Any) -> None:
        """On a worker that ends, or when the pack is taken back."""
        del worker
        if self._look is not None:
            self._look.stop()
        work.forget(self.name)


def work_through(calls: list[Callable[[], Any]]) -> tuple[float, list[tuple[Any, Exception | None]]]:
    """One call after another: the seconds of all, and of each its result or what it raised."""
    started = time.perf_counter()
    outcomes: list[tuple[Any, Exception | None]] = []
    for call in calls:
        try:
            outcomes.append((call(), None))
        except Exception as error:  # whoever asks for the result gets it
            outcomes.append((None, error))
    return time.perf_counter() - started, outcomes


def held() -> dict[str, str]:
    """The versions that a worker must share with whoever runs the batch."""
    return {"Python": platform.python_version(), **versions()}

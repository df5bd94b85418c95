"""How far a long command is: a bar in a terminal, a line now and then elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console

    from grader.batch.grade_class import Show

_PLAIN_SECONDS = 5.0  # between lines where no one is looking


@contextmanager
def show_on(console: Console) -> Iterator[Show]:
    """A bar with rate and time left; where no one is looking, a line now and then."""
    if not console.is_terminal:
        yield _Lines()
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(None),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bar(progress)


class _Bar:
    """Phases as bars of a `rich.progress.Progress`."""

    def __init__(self, progress: Any) -> None:
        self._progress, self._task, self._done = progress, None, 0
        self._started, self._name, self._reason = 0.0, "", ""

    def phase(self, name: str, steps: int) -> None:
        """See `Show`."""
        self._close()
        self._name, self._reason = name, ""
        self._task = self._progress.add_task(name, total=steps, rate="")
        self._started, self._done = time.monotonic(), 0

    def step(self) -> None:
        """See `Show`."""
        self._done += 1
        rate = f"{self._done / max(time.monotonic() - self._started, 1e-9):.0f} a second"
        self._progress.update(self._task, advance=1, rate=rate)
        self.waiting("")

    def waiting(self, reason: str) -> None:
        """See `Show`."""
        if reason != self._reason:
            self._reason = reason
            self._progress.update(self._task, description=f"{self._name}, waiting: {reason}" if reason else self._name)

    def _close(self) -> None:
        if self._task is not None:
            self._progress.remove_task(self._task)


class _Lines:
    """Phases as plain lines on standard error."""

    def __init__(self) -> None:
        self._name, self._steps, self._done, self._reason = "", 0, 0, ""
        self._started = self._told = 0.0

    def phase(self, name: str, steps: int) -> None:
        """See `Show`."""
        self._name, self._steps, self._done = name, steps, 0
        self._started = self._told = time.monotonic()
        self._tell()

    def waiting(self, reason: str) -> None:
        """See `Show`."""
        if reason and reason != self._reason:
            click.echo(f"{self._name}: waiting, {reason}", err=True)
        self._reason = reason

    def step(self) -> None:
        """See `Show`."""
        self._done, self._reason = self._done + 1, ""
        if self._done == self._steps or time.monotonic() - self._told >= _PLAIN_SECONDS:
            self._told = time.monotonic()
            self._tell()

    def _tell(self) -> None:
        seconds = time.monotonic() - self._started
        rate = f", {self._done / seconds:.0f} a second" if self._done and seconds > 0 else ""
        left = f", {duration((self._steps - self._done) * seconds / self._done)} left" if self._done else ""
        click.echo(f"{self._name}: {self._done} of {self._steps}{rate}{left}", err=True)


def duration(seconds: float) -> str:
    """As in "12.3 s" or "4 min 5 s"."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    return f"{int(seconds // 60)} min {int(seconds % 60)} s"

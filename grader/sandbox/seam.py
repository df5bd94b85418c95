"""The one method of a sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from grader.observation import Frame
from grader.observation.job import Job


class Sandbox(Protocol):
    """Runs jobs, each in a process that is thrown away.

    `level` is what it holds a student's code to: 3 strict, 2 guarded, 1 limited, 0 none.
    """

    level: int

    def run(self, job: Job) -> Iterator[Frame]:
        """The frames of a job as they come: the child's own, then `Printed`, and `Ended` if the child did not finish.

        The limits are the job's, and its wall time is counted anew for every run in it. Closing the iterator kills
        the child. Raises SandboxError where the child could not be started: that is never the student's fault.
        """
        ...

    def close(self) -> None:
        """Leave nothing behind. May be called more than once."""
        ...

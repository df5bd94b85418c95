"""A sandbox that runs nothing: it plays back frames. For tests of all that comes after one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.observation import Frame
from grader.observation.job import Job


class FakeSandbox:
    """Answers each job with the next of the prepared lists of frames, and keeps the jobs it was given."""

    level = 0

    def __init__(self, *answers: Sequence[Frame]) -> None:
        self._answers = list(answers)
        self.jobs: list[Job] = []
        self.closed = False

    def run(self, job: Job) -> Iterator[Frame]:
        """The next answer's frames."""
        self.jobs.append(job)
        yield from self._answers.pop(0)

    def close(self) -> None:
        """Note that it was called."""
        self.closed = True

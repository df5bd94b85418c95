"""From a job to an observation a run. A child that is lost costs the case that it was at: the rest runs in a fresh
one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from grader.observation import (
    Called,
    CaseSeen,
    Done,
    Ended,
    EndKind,
    Frame,
    Loaded,
    Observation,
    Printed,
    assemble,
)
from grader.observation.job import Job, Run
from grader.sandbox.seam import Sandbox

RESTARTS = 2  # of one run
_TURNED_BACK = "its counts of calls are not those that were told as they happened"


@dataclass
class _Progress:
    """What is known of one run of the job so far; frames carry the run's number in the whole job."""

    index: int
    run: Run
    frames: list[Frame] = field(default_factory=list)
    restarts: int = 0
    done: bool = False
    told: Counter[int] = field(default_factory=Counter)

    def open_cases(self) -> list[int]:
        """The cases of which nothing is known yet, in order."""
        known = {frame.case for frame in self.frames if isinstance(frame, CaseSeen | Ended)}
        return [case for case in self.run.cases if case not in known]

    def seen(self, case: CaseSeen) -> None:
        """A case is finished. What it says of its counts must be what was told as they happened."""
        agrees = case.calls == tuple(self.told[counter] for counter in range(len(case.calls)))
        agrees = agrees and self.told.total() == sum(case.calls)
        self.told.clear()
        self.frames.append(case if agrees else Ended(EndKind.GARBLED, _TURNED_BACK, self.index, case.case))

    def remaining(self) -> Run:
        """The run with its open cases alone."""
        seeds = dict(zip(self.run.cases, self.run.seeds, strict=True))
        cases = self.open_cases()
        return replace(self.run, cases=tuple(cases), seeds=tuple(seeds[case] for case in cases))

    def lost(self, ended: Ended) -> None:
        """The child is gone: the first open case is to blame, or all where the module was not even imported."""
        loaded = any(isinstance(frame, Loaded) for frame in self.frames)
        cases = self.open_cases()
        give_up = not loaded or self.restarts >= RESTARTS
        for case in cases if give_up else cases[:1]:
            self.frames.append(replace(ended, run=self.index, case=case))
        self.restarts += 1
        self.done = not self.open_cases()


def observe(sandbox: Sandbox, job: Job) -> list[Observation]:
    """The observations of a job's runs, in their order. Raises SandboxError as the sandbox does."""
    progress = [_Progress(index, run) for index, run in enumerate(job.runs)]
    printed: list[str] = []
    while current := [each for each in progress if not each.done]:
        _one_child(sandbox, job, current, printed)
    output = "".join(printed)
    return [assemble(each.index, len(job.cases), each.frames, output) for each in progress]


def _one_child(sandbox: Sandbox, job: Job, current: list[_Progress], printed: list[str]) -> None:
    """Work through what is open in one child, until it is done or lost."""
    for frame in sandbox.run(replace(job, runs=tuple(each.remaining() for each in current))):
        match frame:
            case Loaded(run=run):
                current[run].frames.append(replace(frame, run=current[run].index))
                current[run].told.clear()
            case Called(run=run, counter=counter):
                current[run].told[counter] += 1
            case CaseSeen(run=run):
                current[run].seen(replace(frame, run=current[run].index))
            case Done(run=run):
                current[run].done = True
            case Printed(text):
                printed.append(text)
            case Ended():
                unfinished = [each for each in current if not each.done]
                if unfinished:  # what a child does after its last run costs nothing
                    unfinished[0].lost(frame)

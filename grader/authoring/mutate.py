"""Tries an exercise's cases on mutants: its right answers, with one mistake in each. For every mutant a case must fail.

One that earns full marks at all of SEEDS has survived: a case is missing, or the mutant is a right answer as well. Then
the exercise's author records it as equivalent, in exercise.yaml.
"""

from __future__ import annotations

import difflib
import queue
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import Literal

from grader.answers import check_reference, observe_modules
from grader.authoring.operators import Mutant, mutants
from grader.course import Answer, CourseExercise
from grader.errors import ExerciseError, NotGraded
from grader.exercise import Exercise
from grader.judge import Verdict, judge
from grader.observation import CaseSeen, Ended, Frame, Loaded, Observation, assemble
from grader.sandbox import Sandbox

SEEDS = (0, 1)
SHARE_OF_ALL = 0.97
SHARE_OF_EACH = 0.90
LEAST_SECONDS = 1.0
TIMES_THE_ORIGINAL = 5
ATTEMPTS = 2  # where the machine fails

End = Literal["killed", "survived", "equivalent", "not graded"]


@dataclass(frozen=True)
class Subject:
    """A mutant of one of an exercise's modules. `file` is relative to the course."""

    answer: Answer
    file: str
    mutant: Mutant


@dataclass(frozen=True)
class Result:
    """What became of a mutant, and why: the case that killed it, the recorded reason, or what the machine failed at."""

    subject: Subject
    end: End
    reason: str = ""


@dataclass(frozen=True)
class Outcome:
    """What became of an exercise's mutants, in their order. `stale` says what is wrong with those that are recorded."""

    results: tuple[Result, ...]
    stale: tuple[str, ...]
    wall_seconds: float

    def count(self, end: End) -> int:
        """How many ended so."""
        return sum(result.end == end for result in self.results)


def share(outcomes: Sequence[Outcome]) -> float:
    """The share of mutants that were killed, of all that are not equivalent; 1 where there are none."""
    wanted = sum(len(each.results) - each.count("equivalent") for each in outcomes)
    return sum(each.count("killed") for each in outcomes) / wanted if wanted else 1.0


def holds(outcome: Outcome) -> bool:
    """Whether enough of an exercise's mutants were killed, and nothing that is recorded is stale."""
    return share([outcome]) >= SHARE_OF_EACH and not outcome.stale


def promises_hold(outcomes: Sequence[Outcome]) -> bool:
    """Whether each exercise holds, and enough mutants were killed over all."""
    return share(outcomes) >= SHARE_OF_ALL and all(holds(each) for each in outcomes)


def difference(subject: Subject) -> list[str]:
    """What is different in a mutant, as a unified diff without the names of files."""
    before, after = (source.rstrip("\n").split("\n") for source in (subject.answer.source, subject.mutant.source))
    return list(difflib.unified_diff(before, after, n=3, lineterm=""))[2:]


def subjects_of(item: CourseExercise) -> list[Subject]:
    """All mutants of the reference and the alternatives. Raises ExerciseError where one of them is no Python."""
    return [Subject(answer, file, mutant) for answer, file in _modules(item) for mutant in _mutants(answer, file)]


def mutate(
    item: CourseExercise,
    subjects: Sequence[Subject],
    sandboxes: Sequence[Sandbox],
    tell: Callable[[], None] = lambda: None,
) -> Outcome:
    """Grade the mutants of an exercise, as many at a time as there are sandboxes. `tell` is called after each of them.

    Raises ExerciseError where an unmutated module is not right, NotGraded where the machine fails one.
    """
    started = time.monotonic()
    originals = _originals(item, sandboxes[0])
    free: queue.SimpleQueue[Sandbox] = queue.SimpleQueue()
    for sandbox in sandboxes:
        free.put(sandbox)

    def graded(subject: Subject) -> Result:
        sandbox = free.get()
        try:
            return _result(originals, subject, sandbox)
        finally:
            free.put(sandbox)
            tell()

    with _threads(len(sandboxes)) as executor:
        results = tuple(executor.map(graded, subjects))
    return Outcome(results, tuple(_stale(item.exercise, results)), time.monotonic() - started)


def first_failure(exercise: Exercise, reference: Observation, frames: Iterable[Frame]) -> Verdict | None:
    """The verdict on the first case that did not pass, as soon as it can be given. No frame is taken after that."""
    seen: list[Frame] = []
    case = 0
    for frame in frames:
        match frame:
            case Ended() if case < len(exercise.cases):
                seen.append(replace(frame, case=case))
            case CaseSeen():
                seen.append(frame)
            case Loaded():
                seen.append(frame)
                if frame.error is None:
                    continue
            case _:
                continue
        verdict = judge(exercise, reference, assemble(0, len(exercise.cases), seen))[case]
        if verdict.status != "passed":
            return verdict
        case += 1
    return None


# The unmutated modules


@dataclass(frozen=True)
class _Originals:
    """What mutants are compared with: the reference at each seed, and the time that each unmutated file takes.

    The cases of `exercise` do not need each other, so that each can be judged when it is seen.
    """

    exercise: Exercise
    reference: dict[int, Observation]
    wall_seconds: dict[str, float]


def _originals(item: CourseExercise, sandbox: Sandbox) -> _Originals:
    seen = observe_modules(item.exercise, [item.reference()], SEEDS, sandbox)
    for each in seen:
        check_reference(item, each)
    cases = [case.model_copy(update={"needs": []}) for case in item.exercise.cases]
    originals = _Originals(
        item.exercise.model_copy(update={"cases": cases}), dict(zip(SEEDS, seen, strict=True)), wall_seconds={}
    )
    for answer, file in _modules(item):
        for seed in SEEDS:
            started = time.monotonic()
            verdict = _failure_at(originals, answer.source, answer.path.name, seed, sandbox)
            originals.wall_seconds[file] = time.monotonic() - started
            if verdict is not None:
                said = f"case {verdict.case!r} {verdict.status}: {verdict.message}"
                raise ExerciseError(f"{file}: should earn full marks before it is mutated; at seed {seed}, {said}")
    return originals


def _modules(item: CourseExercise) -> Iterator[tuple[Answer, str]]:
    folder = f"solutions/{item.folder_name}"
    yield item.reference(), f"{folder}/reference.py"
    yield from ((each, f"{folder}/alternatives/{each.path.name}") for each in item.alternatives())


def _mutants(answer: Answer, file: str) -> list[Mutant]:
    try:
        return mutants(answer.source, answer.name)
    except SyntaxError as error:
        raise ExerciseError(f"{file}:{error.lineno or 1}: {error.msg}") from None


# One mutant


def _result(originals: _Originals, subject: Subject, sandbox: Sandbox) -> Result:
    """Grade a mutant. One that is recorded as equivalent has all the time that a student has: it is not to hang."""
    reason = _recorded(originals.exercise).get(subject.mutant.fingerprint)
    limit = max(LEAST_SECONDS, TIMES_THE_ORIGINAL * originals.wall_seconds[subject.file])
    try:
        verdict = _failure(originals, subject, sandbox, limit if reason is None else None)
    except NotGraded as error:
        return Result(subject, "not graded", str(error))
    if verdict is not None:
        return Result(subject, "killed", f"case {verdict.case!r} {verdict.status}: {verdict.message}")
    return Result(subject, "survived") if reason is None else Result(subject, "equivalent", reason)


def _failure(originals: _Originals, subject: Subject, sandbox: Sandbox, wall_seconds: float | None) -> Verdict | None:
    """The first failure at the first seed that has one."""
    for seed in SEEDS:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                name = subject.answer.path.name
                verdict = _failure_at(originals, subject.mutant.source, name, seed, sandbox, wall_seconds)
                break
            except NotGraded:
                if attempt == ATTEMPTS:
                    raise
        if verdict is not None:
            return verdict
    return None


def _failure_at(
    originals: _Originals, source: str, name: str, seed: int, sandbox: Sandbox, wall_seconds: float | None = None
) -> Verdict | None:
    """The first failure at a seed. What is not asked for is not run: to close the frames kills the child."""
    job = originals.exercise.job(originals.exercise.run_of(source, name, seed))
    if wall_seconds is not None:
        limits = replace(job.limits, wall_seconds=min(wall_seconds, job.limits.wall_seconds))
        job = replace(job, limits=limits)
    with closing(sandbox.run(job)) as frames:  # type: ignore[type-var]  # a generator, of every sandbox
        return first_failure(originals.exercise, originals.reference[seed], frames)


@contextmanager
def _threads(count: int) -> Iterator[ThreadPoolExecutor]:
    """Threads that begin nothing more once their work is of no use."""
    executor = ThreadPoolExecutor(count)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _stale(exercise: Exercise, results: Sequence[Result]) -> Iterator[str]:
    """What is recorded and is so no more."""
    by_fingerprint = {result.subject.mutant.fingerprint: result for result in results}
    for fingerprint in _recorded(exercise):
        result = by_fingerprint.get(fingerprint)
        if result is None:
            yield f"{fingerprint}: no mutant has this fingerprint any more"
        elif result.end == "killed":
            yield f"{fingerprint}: is killed now, by {result.reason}"


def _recorded(exercise: Exercise) -> dict[str, str]:
    """The reasons of equivalent mutants by fingerprint."""
    return {fingerprint: each.reason for each in exercise.equivalent_mutants for fingerprint in each.fingerprints}

"""The work on one submission, as bytes in and bytes out: for a process beside this one, or on another machine.

A `Pack` is an exercise with its answer key at the run's seed, so that a worker needs no course; a `Task` is a
submission and its circumstances. A worker keeps a sandbox a thread for as long as there is work, and starts it at the
first task. A pack may come with every task, or once, by `keep`, with its name in the tasks.
"""

from __future__ import annotations

import json
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from multiprocessing.util import Finalize
from pathlib import Path

from grader import answers
from grader.answers import AnswerKey
from grader.course import CourseExercise
from grader.errors import GraderError
from grader.exercise import Exercise
from grader.grading import Circumstances, Graded, examine, not_graded
from grader.report import Report
from grader.sandbox.levels import AnySandbox, choose
from grader.submission import SourceCell, Submission

_here = threading.local()
_places: list[_Place] = []  # of all threads
_kept: dict[str, bytes] = {}  # packs by their names


@dataclass
class _Place:
    """Where a thread keeps its sandbox, and whether it is at work with it."""

    sandbox: AnySandbox | None = None
    at_work: threading.Lock = field(default_factory=threading.Lock)
    used: float = 0.0  # when, on the monotonic clock

    def sandbox_at(self, level: int, warm: bool) -> AnySandbox:
        """The sandbox, of the level that is asked for."""
        if self.sandbox is None or self.sandbox.level != level:
            self.close()
            self.sandbox = choose(level, warm=warm).sandbox
        return self.sandbox

    def close(self) -> None:
        """End the sandbox."""
        if self.sandbox is not None:
            self.sandbox.close()
            self.sandbox = None


@dataclass(frozen=True)
class Pack:
    """An exercise and its key."""

    exercise: Exercise
    key: AnswerKey

    def to_bytes(self) -> bytes:
        """The pack as a length, JSON, and the key's own form."""
        header = self.exercise.model_dump_json().encode()
        return len(header).to_bytes(8, "big") + header + answers.to_bytes(self.key)

    @classmethod
    def from_bytes(cls, data: bytes) -> Pack:
        """The pack that `to_bytes` wrote, with what every submission would work out anew."""
        start = 8 + int.from_bytes(data[:8], "big")
        exercise, key = Exercise.model_validate_json(data[8:start]), answers.from_bytes(data[start:])
        mistakes = tuple(mistake.compared(exercise, key.reference) for mistake in key.mistakes)
        return cls(exercise, AnswerKey(key.reference, mistakes))


@dataclass(frozen=True)
class Task:
    """A submission to be graded. `isolation` is the level that a worker must give; `warm` has it spend on being so."""

    submission: Submission
    seed: int
    isolation: int
    command: str = ""
    warm: bool = True

    def to_bytes(self) -> bytes:
        """The task as JSON; half a character in a file's name travels too."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Task:
        """The task that `to_bytes` wrote."""
        fields = json.loads(data)
        submission = fields.pop("submission")
        cells = tuple(SourceCell(**cell) for cell in submission.pop("cells"))
        return cls(Submission(**submission, cells=cells), **fields)


def perform(pack: bytes | str, task: bytes) -> bytes:
    """Grade by a pack, or by the one that is kept under this name. What goes wrong with the grader or this machine
    becomes a report that says "not graded". Raises KeyError where no such pack is kept.
    """
    unpacked, asked = _unpacked(_kept[pack] if isinstance(pack, str) else pack), Task.from_bytes(task)
    place = _place()
    with place.at_work:
        graded = _graded(unpacked, asked, place)
        place.used = time.monotonic()
        if isinstance(pack, str) and pack not in _kept:  # the run was over before its work was
            place.close()
    return to_bytes(graded)


def _graded(unpacked: Pack, asked: Task, place: _Place) -> Graded:
    terms = Circumstances(asked.isolation, asked.seed, asked.command)
    try:
        sandbox = place.sandbox_at(asked.isolation, asked.warm)
        return examine(unpacked.exercise, asked.submission, unpacked.key, sandbox, terms)
    except GraderError as error:
        return Graded(not_graded(unpacked.exercise, asked.submission, terms, str(error)))
    except Exception as error:  # a fault of the grader's own is told with the submission that met it
        reason = f"a fault in the grader itself: {type(error).__name__}: {error}"
        return Graded(not_graded(unpacked.exercise, asked.submission, terms, reason))


def make_pack(item: CourseExercise, seed: int, isolation: int, warm: bool, cache: Path | None) -> bytes:
    """An exercise of this machine's course with its answer key, made in the sandbox that is for submissions too.

    Raises what `answers.answer_key` raises.
    """
    place = _place()
    with place.at_work:
        key = answers.answer_key(item, seed, place.sandbox_at(isolation, warm), cache)
    return Pack(item.exercise, key).to_bytes()


def get_ready(isolation: int, warm: bool) -> None:
    """Have the sandbox on its way: its torch loads while others work. Where there is none, a first task will tell."""
    place = _place()
    with place.at_work, suppress(GraderError):
        place.sandbox_at(isolation, warm)


def keep(name: str, pack: bytes) -> None:
    """Have a pack at hand, for tasks that name it."""
    _kept[name] = pack


def forget(name: str) -> None:
    """Let go of a pack, and of the sandboxes when it was the last."""
    _kept.pop(name, None)
    if not _kept:
        release()


def to_bytes(graded: Graded) -> bytes:
    """The way back."""
    behaviour = graded.behaviour.encode()
    return len(behaviour).to_bytes(8, "big") + behaviour + graded.report.model_dump_json().encode()


def from_bytes(data: bytes) -> Graded:
    """What `perform` answered."""
    start = 8 + int.from_bytes(data[:8], "big")
    return Graded(Report.model_validate_json(data[start:]), data[8:start].decode())


def level() -> int:
    """The best isolation that this machine gives."""
    chosen = choose(None, warm=False)
    chosen.sandbox.close()
    return chosen.sandbox.level


def release(idle: float = 0.0) -> None:
    """End the sandboxes of this process in which nothing has run for so many seconds; a next task starts its own."""
    for place in _places:
        if place.at_work.acquire(blocking=False):
            try:
                if time.monotonic() - place.used >= idle:
                    place.close()
            finally:
                place.at_work.release()


def _place() -> _Place:
    """That of this thread. Whatever way this process ends but by a kill, nothing is left of it."""
    place: _Place | None = getattr(_here, "place", None)
    if place is None:
        place = _here.place = _Place()
        if not _places:
            Finalize(None, release, exitpriority=10)
        _places.append(place)
    return place


@lru_cache(maxsize=64)
def _unpacked(pack: bytes) -> Pack:
    return Pack.from_bytes(pack)

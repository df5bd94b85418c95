"""A run over a collection: what is unchanged is left, the rest is graded a few at a time, and each result is in the
journal before it is counted. What could not be graded is tried once more at the end, and again by the next run.
"""

from __future__ import annotations

import hashlib
import shlex
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Protocol

from grader import __version__, answers
from grader.batch import work
from grader.batch.journal import Entry, Journal
from grader.course import CourseExercise
from grader.errors import GraderError, SourceError
from grader.grading import Circumstances, Graded, not_graded, versions
from grader.record import Record, page_of, record_of
from grader.sources.found import Collection, Found
from grader.submission import Submission, cap_of, from_bytes

_AHEAD = 3  # submissions handed out for each worker: one at work, two on the way
_LOOK_SECONDS = 2.0  # without a result, until it is asked why
_ATTEMPTS = 2  # at a submission with which a worker was lost, alone


@dataclass(frozen=True)
class Terms:
    """What holds for a whole run; `warm` has workers spend seconds on being quick afterwards."""

    seed: int
    isolation: int
    warm: bool = True


@dataclass(frozen=True)
class Open:
    """A submission that is to be graded. `fingerprint` changes with all that its result rests on."""

    found: Found
    item: CourseExercise
    fingerprint: str


@dataclass(frozen=True)
class Crew:
    """Who does the work. `start` gives an executor, and may be asked for another where all workers of one were lost;
    `width` says how many work at a time now; `hand` makes of a pack what goes to the executor with each of its tasks;
    `held_up` tells in words what keeps the work waiting, and is empty where nothing does; `level` is the isolation that
    all of them give, None where they are on this machine.
    """

    start: Callable[[], AbstractContextManager[Executor]]
    width: Callable[[], int]
    hand: Callable[[bytes], bytes | str] = lambda pack: pack
    held_up: Callable[[], str] = lambda: ""
    level: int | None = None


@dataclass
class Summary:
    """What a run did. The submissions in `not_graded` have no result yet."""

    graded: int = 0
    not_graded: list[Record] = field(default_factory=list)


class Watch(Protocol):
    """Whoever shows how far a run is."""

    def done(self, record: Record) -> None:
        """One more result is durable."""

    def waiting(self, reason: str) -> None:
        """No result has come for a while, for this reason; empty where they may just take long."""


def plan(
    collection: Collection,
    items: Mapping[str, CourseExercise],
    journal: Journal,
    terms: Terms,
    again: Callable[[Found], bool] = lambda _: False,
) -> list[Open]:
    """What is to be graded: submissions without a result that rests on what is there now. `items` are the exercises by
    id; submissions for others are left out.
    """
    kept = journal.kept()
    rests_on = {
        name: f"{__version__} {terms.isolation} {answers.key_name(item, terms.seed)}" for name, item in items.items()
    }
    todo = []
    for found in collection.found:
        if found.exercise not in items:
            continue
        each = Open(found, items[found.exercise], _fingerprint(found, rests_on[found.exercise]))
        earlier = kept.get((found.student, found.exercise))
        holds = earlier is not None and (earlier.fingerprint, earlier.status) == (each.fingerprint, "graded")
        if not holds or again(found):
            todo.append(each)
    return todo


def run(
    todo: list[Open],
    packs: Callable[[Executor], Mapping[str, bytes]],
    journal: Journal,
    terms: Terms,
    crew: Crew,
    watch: Watch,
) -> Summary:
    """Grade what is open. `packs` gives the exercises with their keys, by id, and may have the crew make them."""
    summary = Summary()
    queue, tried = deque(todo), set()
    for each, entry in _rounds(queue, packs, journal, terms, crew, watch):
        if entry.record.status == "graded":
            summary.graded += 1
        elif id(each) not in tried:
            tried.add(id(each))
            queue.append(each)
            continue
        else:
            summary.not_graded.append(entry.record)
        watch.done(entry.record)
    return summary


def _rounds(
    todo: deque[Open],
    make_packs: Callable[[Executor], Mapping[str, bytes]],
    journal: Journal,
    terms: Terms,
    crew: Crew,
    watch: Watch,
) -> Iterator[tuple[Open, Entry]]:
    """Work through what is open, and what is added to it meanwhile. Where workers are lost, what they were at is tried
    one at a time by new ones, so that nothing pays for its neighbour.
    """
    attempts: dict[int, int] = {}
    suspects: deque[Open] = deque()
    packs: Mapping[str, bytes] = {}
    while todo or suspects:
        alone = bool(suspects)
        at_work: dict[Future[bytes], Open] = {}
        try:
            with crew.start() as executor:
                packs = packs or make_packs(executor)
                shift = _Shift(executor, crew, packs, terms, watch, at_work)
                yield from _shift(shift, suspects if alone else todo, alone=alone, journal=journal)
        except BrokenExecutor as error:
            if not packs:
                raise GraderError(f"the workers were lost before they began ({_first_sentence(error)})") from None
            for each in at_work.values():
                attempts[id(each)] = attempts.get(id(each), 0) + alone
                if attempts[id(each)] < _ATTEMPTS:
                    suspects.append(each)
                else:
                    reason = f"the process that graded it was lost ({_first_sentence(error)})"
                    entry = _entry(each, _not_graded(each, terms, reason))
                    journal.add([entry])
                    yield each, entry


def _first_sentence(error: BaseException) -> str:
    return str(error).split(".")[0]


@dataclass
class _Shift:
    """One executor at work."""

    executor: Executor
    crew: Crew
    packs: Mapping[str, bytes]
    terms: Terms
    watch: Watch
    at_work: dict[Future[bytes], Open]
    handed: dict[str, bytes | str] = field(default_factory=dict)
    finished: SimpleQueue[Future[bytes]] = field(default_factory=SimpleQueue)

    def submit(self, each: Open) -> None:
        """Hand one out."""
        exercise = each.item.id
        if exercise not in self.handed:
            self.handed[exercise] = self.crew.hand(self.packs[exercise])
        try:
            task = _task(each, self.terms)
        except SourceError as error:
            future: Future[bytes] = Future()
            future.set_result(work.to_bytes(_not_graded(each, self.terms, str(error))))
        else:
            future = self.executor.submit(work.perform, self.handed[exercise], task)
        self.at_work[future] = each
        future.add_done_callback(self.finished.put)

    def done(self) -> list[Future[bytes]]:
        """What is finished, as soon as anything is."""
        while True:
            try:
                futures = [self.finished.get(timeout=_LOOK_SECONDS)]
                break
            except Empty:
                self.watch.waiting(self.crew.held_up())
        with suppress(Empty):
            while True:
                futures.append(self.finished.get_nowait())
        return futures


def _shift(shift: _Shift, queue: deque[Open], *, alone: bool, journal: Journal) -> Iterator[tuple[Open, Entry]]:
    """Keep workers busy until the queue is empty. Raises BrokenExecutor; then `at_work` has what was lost."""
    while queue or shift.at_work:
        while queue and len(shift.at_work) < (1 if alone else shift.crew.width() * _AHEAD):
            each = queue.popleft()
            try:
                shift.submit(each)
            except BrokenExecutor:
                queue.appendleft(each)
                raise
        done = shift.done()
        entries = [(shift.at_work[future], _result(shift, future)) for future in done]
        for future in done:
            del shift.at_work[future]
        journal.add(entry for _, entry in entries)
        yield from entries


def _result(shift: _Shift, future: Future[bytes]) -> Entry:
    """What a worker answered. Raises BrokenExecutor where all of them are lost."""
    each = shift.at_work[future]
    try:
        graded = work.from_bytes(future.result())
        if graded.report.versions != versions():
            graded = _not_graded(each, shift.terms, f"a worker holds other versions: {graded.report.versions}")
    except BrokenExecutor:
        raise
    except Exception as error:  # of whatever kind the executor raises where one worker is lost
        graded = _not_graded(each, shift.terms, f"the worker was lost: {type(error).__name__}: {error}")
    return _entry(each, graded)


def _entry(each: Open, graded: Graded) -> Entry:
    found = each.found
    record = record_of(
        graded.report,
        graded.behaviour,
        place=found.place,
        page=page_of(found.student, found.exercise),
        late=found.late,
        identity=dict(found.identity),
    )
    return Entry(record, graded.report, each.fingerprint)


def _task(each: Open, terms: Terms) -> bytes:
    found = each.found
    submission = from_bytes(found.read(cap_of(found.file) + 1), found.file, found.student)
    return work.Task(submission, terms.seed, terms.isolation, _command(each, terms), terms.warm).to_bytes()


def _not_graded(each: Open, terms: Terms, reason: str) -> Graded:
    submission = Submission(each.found.student, each.found.file, "")
    circumstances = Circumstances(terms.isolation, terms.seed, _command(each, terms))
    return Graded(not_graded(each.item.exercise, submission, circumstances, reason))


def _command(each: Open, terms: Terms) -> str:
    """What repeats the verdict on the file."""
    return f"grade {each.item.id} {shlex.quote(each.found.file)} --seed {terms.seed}"


def _fingerprint(found: Found, rests_on: str) -> str:
    """A submission's content and all else that its result depends on."""
    try:
        content = found.read(cap_of(found.file) + 1)
    except SourceError as error:  # told when it is its turn
        content = str(error).encode("utf-8", "replace")
    digest = hashlib.sha256(rests_on.encode())
    for part in (found.file.encode("utf-8", "replace"), content):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:32]

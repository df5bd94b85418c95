"""`grade batch` from beginning to end: collect, work out what is open, grade it, write what the results become."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from grader import answers
from grader.batch import executors, outputs, work
from grader.batch.journal import Journal
from grader.batch.run import Crew, Open, Summary, Terms, plan, run
from grader.batch.work import Pack
from grader.class_figures import class_report
from grader.class_report import FILE
from grader.course import CourseExercise
from grader.errors import UsageError
from grader.grading import versions
from grader.observation import Frame
from grader.observation.job import Job
from grader.record import Record
from grader.render import class_html
from grader.sandbox.levels import NAMES, AnySandbox, choose
from grader.sources.collect import collect
from grader.sources.found import Collection, Found

_GUARDED = 2
_WORTH_A_PROCESS = 25  # pages
_WORTH_A_WARM_KEY = 3  # exercises
_WORTH_WARMING = 12  # submissions a worker; to warm it up costs what it saves in 4 (where Adam is used) to 300 of them
_TOO_LITTLE = (
    "which does not hold hostile code: `grade doctor` says what to install, and --isolation limited does it anyway"
)


class Show(Protocol):
    """Whoever shows how far it is. Each phase is named, with how many steps it has."""

    def phase(self, name: str, steps: int) -> None:
        """What follows are the steps of this."""

    def step(self) -> None:
        """One of them is done."""

    def waiting(self, reason: str) -> None:
        """None was done for a while, for this reason; empty where each may just take long."""


@dataclass(frozen=True)
class Wanted:
    """What is asked for. `isolation` None is the best at hand, but no less than guarded."""

    source: Path
    out: Path
    exercises: tuple[CourseExercise, ...]
    jobs: int
    seed: int | None = None
    isolation: int | None = None
    again: tuple[str, ...] = ()
    cache: Path | None = None
    crew: Crew | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of it. `unchanged` results were there before and still hold."""

    collection: Collection
    summary: Summary
    unchanged: int
    terms: Terms
    records: tuple[Record, ...]


def grade_class(wanted: Wanted, show: Show) -> Outcome:
    """Grade what the source holds. Raises UsageError for a source, a folder or a level that cannot be had; GraderError
    where results cannot be written; ExerciseError where an exercise is broken.
    """
    if wanted.source.is_dir() and wanted.out.resolve().is_relative_to(wanted.source.resolve()):
        raise UsageError(
            f"--out {wanted.out} lies in {wanted.source}: what is written there would be read as submissions"
        )
    items = {item.id: item for item in wanted.exercises}
    collection = collect(wanted.source, tuple(items))
    _known(wanted.again, collection)
    with Journal.open(wanted.out) as journal:
        terms = Terms(journal.seed(wanted.seed), _level(wanted))
        journal.note_left_over(collection.left_over, collection.problems)
        todo = plan(collection, items, journal, terms, _again(wanted.again))
        summary = _grade(todo, wanted, terms, journal, show) if todo else Summary()
        _write(journal, wanted, terms, show)
        records = tuple(journal.records())
    considered = sum(1 for found in collection.found if found.exercise in items)
    return Outcome(collection, summary, considered - len(todo), terms, records)


def run_facts(terms: Terms) -> dict[str, Any]:
    """What results.json says of the run."""
    return {"seed": terms.seed, "isolation": terms.isolation, "versions": versions()}


def _known(students: Sequence[str], collection: Collection) -> None:
    there = {found.student for found in collection.found}
    for student in students:
        if student not in there:
            raise UsageError(f"--again {student}: the source holds nothing of a student of that name")


def _again(students: Sequence[str]) -> Callable[[Found], bool]:
    wanted = frozenset(students)
    return lambda found: found.student in wanted


def _level(wanted: Wanted) -> int:
    """The level to grade at. Raises UsageError where none is at hand that holds hostile code."""
    if wanted.crew is not None and wanted.crew.level is not None:
        return _level_of_workers(wanted.crew.level, wanted.isolation)
    if wanted.isolation is not None:
        return wanted.isolation
    chosen = choose(None, warm=False)
    chosen.sandbox.close()
    if chosen.sandbox.level < _GUARDED:
        reasons = "".join(f"; not {level} ({NAMES[level]}): {reason}" for level, reason in chosen.refused)
        raise UsageError(f"this machine gives {_named(chosen.sandbox.level)} at best, {_TOO_LITTLE}{reasons}")
    return chosen.sandbox.level


def _level_of_workers(best: int, wanted: int | None) -> int:
    if wanted is not None and wanted > best:
        raise UsageError(f"a worker gives {_named(best)} at best, and {_named(wanted)} is wanted")
    if wanted is None and best < _GUARDED:
        raise UsageError(f"a worker gives {_named(best)} at best, {_TOO_LITTLE}")
    return best if wanted is None else wanted


def _named(level: int) -> str:
    return f"isolation {level} ({NAMES[level]})"


def _grade(todo: list[Open], wanted: Wanted, terms: Terms, journal: Journal, show: Show) -> Summary:
    jobs = min(wanted.jobs, len(todo))
    crew = wanted.crew or Crew(lambda: executors.local(jobs), lambda: jobs)
    terms = replace(terms, warm=len(todo) > _WORTH_WARMING * crew.width())
    items = {each.item.id: each.item for each in todo}

    def packs(executor: Executor) -> dict[str, bytes]:
        if wanted.crew is None:
            made = _packs_of_workers(items, terms, wanted.cache, executor, jobs, show)
        else:
            made = _packs_of_this_machine(items, terms, wanted.cache, show)
        show.phase("Grading", len(todo))
        return made

    return run(todo, packs, journal, terms, crew, _Steps(show))


def _packs_of_workers(
    items: Mapping[str, CourseExercise], terms: Terms, cache: Path | None, executor: Executor, jobs: int, show: Show
) -> dict[str, bytes]:
    """The exercises with their keys, which the workers make as long as they have nothing else to do. All workers get
    ready at the same time.
    """
    show.phase("Getting ready", len(items))
    made = {
        name: executor.submit(work.make_pack, item, terms.seed, terms.isolation, terms.warm, cache)
        for name, item in items.items()
    }
    for _ in range(jobs - len(items)):
        executor.submit(work.get_ready, terms.isolation, terms.warm)
    packs = {}
    for name, future in made.items():
        packs[name] = future.result()
        show.step()
    return packs


def _packs_of_this_machine(
    items: Mapping[str, CourseExercise], terms: Terms, cache: Path | None, show: Show
) -> dict[str, bytes]:
    """The same where workers have no course. What isolation they give, this machine need not."""
    show.phase("Getting ready", len(items))
    sandbox = _WhenNeeded(warm=len(items) >= _WORTH_A_WARM_KEY)
    packs = {}
    try:
        for name, item in items.items():
            packs[name] = Pack(item.exercise, answers.answer_key(item, terms.seed, sandbox, cache)).to_bytes()
            show.step()
    finally:
        sandbox.close()
    return packs


def _write(journal: Journal, wanted: Wanted, terms: Terms, show: Show) -> None:
    pages = journal.pages_to_write()
    page = wanted.out / FILE
    if journal.is_written and not pages and (wanted.out / outputs.RESULTS).is_file() and page.is_file():
        return
    show.phase("Writing pages", len(pages))
    jobs = min(wanted.jobs, len(pages) // _WORTH_A_PROCESS)
    with executors.local(jobs) if jobs else executors.here() as executor:
        outputs.write_pages(journal, executor, show.step)
    outputs.write_results(journal, run_facts(terms))
    report = class_report(
        journal.records(),
        journal.left_over(),
        journal.problems(),
        run_facts(terms),
        lambda student, exercise: journal.report(student, exercise).source,
        folder=str(wanted.out),
    )
    outputs.write_whole(page, [class_html.render(report)])
    journal.set_written()


class _WhenNeeded:
    """A sandbox, the best at hand, that is started by the first job for it; its level is known then."""

    def __init__(self, *, warm: bool) -> None:
        self.level = 0
        self._warm = warm
        self._sandbox: AnySandbox | None = None

    def run(self, job: Job) -> Iterator[Frame]:
        """See `Sandbox.run`."""
        if self._sandbox is None:
            self._sandbox = choose(None, warm=self._warm).sandbox
            self.level = self._sandbox.level
        return self._sandbox.run(job)

    def close(self) -> None:
        """End it, if it was started."""
        if self._sandbox is not None:
            self._sandbox.close()


@dataclass(frozen=True)
class _Steps:
    """A run's watch, as steps of a phase."""

    show: Show

    def done(self, _record: Record) -> None:
        self.show.step()

    def waiting(self, reason: str) -> None:
        self.show.waiting(reason)

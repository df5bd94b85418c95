"""For authors and CI: verify, mutate, schema; and for whoever sets a machine up: doctor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from grader.cli.shared import (
    color_option,
    console_for,
    cores,
    course_here,
    find_exercise,
    isolation_option,
    sandbox_for,
)

if TYPE_CHECKING:
    from grader.authoring.mutate import Outcome, Subject
    from grader.authoring.verify import Finding
    from grader.course import CourseExercise
    from grader.sandbox.levels import AnySandbox

_Result = TypeVar("_Result")


@click.command("verify")
@click.argument("exercises", nargs=-1)
@click.option("--seeds", type=click.IntRange(1, 100), default=5, metavar="N", help="At how many.  [default: 5]")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="How many at a time.  [default: one a core]")
@isolation_option
@color_option
def verify_command(
    exercises: tuple[str, ...], *, seeds: int, jobs: int | None, isolation: str | None, no_color: bool
) -> int:
    """Prove exercises: right answers earn full marks, wrong ones less, mistakes are recognised."""
    from grader.authoring.verify import modules_of, verify

    course = course_here()
    items = [find_exercise(course, each) for each in exercises] or course.exercises
    console = console_for(no_color)
    broken = 0
    with ExitStack() as stack:
        workers = min(jobs or cores(), len(items))
        sandboxes = [stack.enter_context(sandbox_for(isolation, warm=True)) for _ in range(workers)]

        def proven(item: CourseExercise, sandbox: AnySandbox) -> list[Finding]:
            return verify(course, item, sandbox, tuple(range(seeds)))

        for item, findings in _in_order(items, sandboxes, proven):
            broken += bool(findings)
            mark = "[red]✗[/]" if findings else "[green]✓[/]"
            console.print(f"{mark} {item.folder_name}  [dim]{len(modules_of(item))} modules[/]", highlight=False)
            for finding in findings:
                console.print(f"    {finding.file}: {finding.reason}", style="default", highlight=False, markup=False)
    console.print(f"{len(items) - broken} of {len(items)} exercises hold.", highlight=False)
    return 2 if broken else 0


def _in_order(
    items: Sequence[CourseExercise],
    sandboxes: Sequence[AnySandbox],
    work: Callable[[CourseExercise, AnySandbox], _Result],
) -> Iterator[tuple[CourseExercise, _Result]]:
    """Work on items with each sandbox in a thread of its own; what became of each, in the order of the items."""
    from concurrent.futures import ThreadPoolExecutor
    from queue import SimpleQueue

    free: SimpleQueue[AnySandbox] = SimpleQueue()
    for sandbox in sandboxes:
        free.put(sandbox)

    def one(item: CourseExercise) -> _Result:
        sandbox = free.get()
        try:
            return work(item, sandbox)
        finally:
            free.put(sandbox)

    with ThreadPoolExecutor(len(sandboxes)) as threads:
        futures = [threads.submit(one, item) for item in items]
        try:
            for item, future in zip(items, futures, strict=True):
                yield item, future.result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)


@click.command("mutate")
@click.argument("exercises", nargs=-1)
@click.option("--list", "listed", is_flag=True, help="Show the mutants, and grade none of them.")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="How many at a time.  [default: one a core]")
@isolation_option
@color_option
def mutate_command(
    exercises: tuple[str, ...], *, listed: bool, jobs: int | None, isolation: str | None, no_color: bool
) -> int:
    """Put one mistake after another into right answers, and show those that no case notices.

    A mutant that survives shows a case that is missing, or it is right as well: then record its fingerprint under
    equivalent_mutants in the exercise.yaml. Exits with 0 where at least 97 % are killed over all, 90 % in each
    exercise, and nothing that is recorded is out of date.
    """
    from grader.authoring.mutate import mutate, promises_hold, subjects_of
    from grader.errors import ExerciseError

    course = course_here()
    items = list(dict.fromkeys(find_exercise(course, each) for each in exercises)) or course.exercises
    console = console_for(no_color)
    if listed:
        for item in items:
            for subject in subjects_of(item):
                _print_mutant(console, item, subject)
        return 0
    outcomes: dict[str, Outcome] = {}
    with ExitStack() as stack:
        sandboxes = [stack.enter_context(sandbox_for(isolation, warm=True)) for _ in range(jobs or cores())]
        work = [(item, subjects_of(item)) for item in items]  # torch loads meanwhile
        tell = stack.enter_context(_counting(console, sum(len(subjects) for _, subjects in work)))
        for item, subjects in work:
            try:
                outcomes[item.id] = mutate(item, subjects, sandboxes, tell)
            except ExerciseError as error:
                console.print(f"✗ {item.folder_name}\n    {error}", style="default", highlight=False, markup=False)
            else:
                _print_outcome(console, item, outcomes[item.id])
    _print_shares(console, outcomes)
    if len(outcomes) < len(items):
        return 2
    if any(each.count("not graded") for each in outcomes.values()):
        return 3
    return 0 if promises_hold(list(outcomes.values())) else 1


@click.command("doctor")
@isolation_option
@color_option
def doctor_command(*, isolation: str | None, no_color: bool) -> int:
    """Show what isolation and what speed this machine gives, by attempting what must fail."""
    from rich.table import Table

    from grader.sandbox import doctor
    from grader.sandbox.levels import NAMES, choose, level_of

    chosen = choose(None if isolation is None else level_of(isolation))
    sandbox, console = chosen.sandbox, console_for(no_color)
    try:
        console.print(f"Isolation {sandbox.level} ({NAMES[sandbox.level]})", highlight=False)
        for level, reason in chosen.refused:
            hint = doctor.advice(reason)
            console.print(f"Not {level} ({NAMES[level]}): {reason}", highlight=False, markup=False)
            if hint:
                console.print(f"    {hint}", highlight=False, markup=False)
        outcomes = doctor.attempts(sandbox, course_here().root / "solutions")
        speed, bounded = doctor.speed(sandbox), doctor.bounded(sandbox)
    finally:
        sandbox.close()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for title in ("", "must fail", "", "must work", ""):
        table.add_column(title, no_wrap=True)
    for each in outcomes:
        mark = "[green]✓[/]" if each.holds(sandbox.level) else "[red]✗[/]"
        table.add_row(mark, each.attempt.name, each.found, each.attempt.twin_name, each.twin_found)
    console.print(table, highlight=False)
    fork = "" if speed.fork is None else f", a fork {1000 * speed.fork:.1f} ms"
    times = f"{1000 * speed.submission:.1f} ms ({speed.import_torch / speed.submission:.0f} times as quick)"
    console.print(f"\n{bounded}", highlight=False)
    console.print(
        f"Importing torch takes {speed.import_torch:.2f} s{fork}, an empty submission {times}.", highlight=False
    )
    return 0 if all(each.holds(sandbox.level) for each in outcomes) else 1


@click.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of exercise.yaml, which editors complete from."""
    from grader.exercise import schema_text

    click.echo(schema_text(), nl=False)


def _print_mutant(console: Any, item: CourseExercise, subject: Subject) -> None:
    """Where a mutant is, its fingerprint, and what is different in it."""
    from rich.text import Text

    from grader.authoring.mutate import difference

    mutant, place = subject.mutant, subject.file.partition(f"{item.folder_name}/")[2]
    console.print(
        Text.assemble(
            f"{item.id}  ", (mutant.fingerprint, "bold"), f"  {mutant.operator}  ", (f"{place}:{mutant.line}", "cyan")
        ),
        soft_wrap=True,
    )
    styles = {"+": "green", "-": "red", "@": "dim"}
    for line in difference(subject):
        console.print(Text(f"    {line}".rstrip(), style=styles.get(line[:1], "")), soft_wrap=True)
    console.print()


def _print_outcome(console: Any, item: CourseExercise, outcome: Outcome) -> None:
    from grader.authoring.mutate import holds

    mark = "[green]✓[/]" if holds(outcome) else "[red]✗[/]"
    count = f"{len(outcome.results)} mutants, {outcome.wall_seconds:.1f} s"
    console.print(f"{mark} {item.folder_name}  [dim]{count}[/]", highlight=False)
    lines = [f"equivalent_mutants: {stale}" for stale in outcome.stale]
    failed = [result for result in outcome.results if result.end == "not graded"]
    lines += [f"{result.subject.mutant.fingerprint} could not be graded: {result.reason}" for result in failed]
    for line in lines:
        console.print(f"{item.id}: {line}", style="default", highlight=False, markup=False, soft_wrap=True)
    for result in outcome.results:
        if result.end == "survived":
            _print_mutant(console, item, result.subject)


def _print_shares(console: Any, outcomes: dict[str, Outcome]) -> None:
    """How many mutants each exercise has, and what became of them; the last row is for all."""
    from rich.table import Table

    from grader.authoring.mutate import SHARE_OF_ALL, SHARE_OF_EACH

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("exercise", no_wrap=True)
    for title in ("mutants", "equivalent", "killed", "survived", "share"):
        table.add_column(title, justify="right", no_wrap=True)
    for name, outcome in outcomes.items():
        table.add_row(name, *_counts([outcome]))
    if len(outcomes) > 1:
        table.add_row("all", *_counts(list(outcomes.values())))
    console.print()
    console.print(table, highlight=False)
    wanted = f"at least {100 * SHARE_OF_ALL:g} % over all and {100 * SHARE_OF_EACH:g} % in each exercise"
    console.print(f"\nTo be killed: {wanted}.", highlight=False)


def _counts(outcomes: Sequence[Outcome]) -> Iterator[str]:
    from grader.authoring.mutate import share

    yield str(sum(len(each.results) for each in outcomes))
    for end in ("equivalent", "killed", "survived"):
        yield str(sum(each.count(end) for each in outcomes))
    yield f"{int(1000 * share(outcomes)) / 10:.1f} %"  # rounded down: what falls short must show


@contextmanager
def _counting(console: Any, total: int) -> Iterator[Callable[[], None]]:
    """A bar on the terminal that moves when it is told to; nothing where no one is looking."""
    if not console.is_terminal:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    with Progress(BarColumn(None), MofNCompleteColumn(), TimeRemainingColumn(), console=console, transient=True) as bar:
        task = bar.add_task("mutants", total=total)
        yield lambda: bar.advance(task)

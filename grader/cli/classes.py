"""The commands for a whole class. They decide nothing about a submission."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.cli.showing import duration, show_on

if TYPE_CHECKING:
    from rich.console import Console

    from grader.batch.export import Exported
    from grader.batch.grade_class import Outcome
    from grader.course import CourseExercise

_SHOWN = 10  # of a list that may be long


@click.command("batch")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Where results go; a second run continues.")
@click.option("--exercises", default="", metavar="ID,...", help="Only these.  [default: all]")
@click.option("--jobs", type=click.IntRange(1, 1024), metavar="N", help="Workers.  [default: one a core]")
@click.option(
    "--seed", type=click.IntRange(0, 2**63 - 1), metavar="N", help="The seed of all inputs.  [default: a secret one]"
)
@click.option(
    "--isolation",
    metavar="LEVEL",
    help="strict (3), guarded (2), limited (1) or none (0).  [default: the best at hand, at least guarded]",
)
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler, as in tcp://host:8786; its workers grade.")
@click.option("--again", multiple=True, metavar="STUDENT", help="Grade this student's work again. May be repeated.")
@click.option("--no-color", is_flag=True, help="Plain text, as NO_COLOR does.")
def batch_command(
    path: Path,
    *,
    out: Path,
    exercises: str,
    jobs: int | None,
    seed: int | None,
    isolation: str | None,
    scheduler: str | None,
    again: tuple[str, ...],
    no_color: bool,
) -> int:
    """Grade a class: a folder, an archive, or what Canvas, Moodle, Gradescope or GitHub Classroom exported."""
    from grader.batch.executors import workers_here
    from grader.batch.grade_class import Wanted, grade_class
    from grader.cli.shared import cache_folder, console_for, course_here, find_exercise
    from grader.sandbox.levels import level_of

    course = course_here()
    names = [name.strip() for name in exercises.split(",") if name.strip()]
    items: Sequence[CourseExercise] = [find_exercise(course, name) for name in names] or course.exercises
    console = console_for(no_color)
    wanted = Wanted(
        source=path,
        out=out,
        exercises=tuple(items),
        jobs=jobs or workers_here(),
        seed=seed,
        isolation=None if isolation is None else level_of(isolation),
        again=again,
        cache=cache_folder(),
    )
    started = time.monotonic()
    with _resumable(), _crew(wanted, scheduler) as crewed, show_on(console) as show:
        outcome = grade_class(crewed, show)
    _print_outcome(console, outcome, out, time.monotonic() - started)
    return 3 if outcome.summary.not_graded else 0


@contextmanager
def _resumable() -> Iterator[None]:
    """Whoever stops a run (Ctrl-C, or a system that ends it) is told that nothing is lost."""
    from grader.cli.shared import say

    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        say("every result that was counted is kept; the same command goes on from there")
        raise


@contextmanager
def _crew(wanted: Any, scheduler: str | None) -> Iterator[Any]:
    """Who is to do the work: this machine, or a cluster."""
    if scheduler is None:
        yield wanted
        return
    from dataclasses import replace

    from grader.errors import UsageError

    try:
        import distributed  # noqa: F401  # the extra `cluster`
    except ImportError:
        raise UsageError(
            'for a cluster, Dask is needed: python -m pip install -c constraints.txt -e ".[cluster]"'
        ) from None
    from grader.batch.cluster import crew

    with crew(scheduler) as found:
        yield replace(wanted, crew=found)


def _print_outcome(console: Console, outcome: Outcome, out: Path, seconds: float) -> None:
    """What an instructor has to know, most urgent last: that is where the eye is."""
    collection, summary = outcome.collection, outcome.summary
    say = _plain_line(console)
    if summary.graded:
        rate = f", {summary.graded / seconds:.0f} a second" if seconds > 0 else ""
        say(f"{_count(summary.graded, 'submission')} graded in {duration(seconds)}{rate}.")
    if outcome.unchanged:
        say(f"{_count(outcome.unchanged, 'result')} unchanged.")
    if not collection.found:
        say("No submissions were found.")
    _print_exercises(console, outcome)
    for title, places in (
        ("Not taken for submissions", [f"{each.place}: {each.reason}" for each in collection.left_over]),
        ("Problems of the source", list(collection.problems)),
        ("Not graded, through no fault of theirs", [_unlucky(each) for each in summary.not_graded]),
    ):
        if places:
            say(f"\n{title} ({len(places)}):", "bold")
            for line in places[:_SHOWN]:
                say(f"    {line}")
            if len(places) > _SHOWN:
                say(f"    … and {len(places) - _SHOWN} more, in {out / 'index.html'}")
    if summary.not_graded:
        say("The same command tries them again.")
    say(f"\nThe class: {out / 'index.html'}")
    say(f"All results: {out / 'results.json'} (seed {outcome.terms.seed})")


def _print_exercises(console: Console, outcome: Outcome) -> None:
    from rich.table import Table
    from rich.text import Text

    by_exercise: dict[tuple[str, str], list[float]] = {}
    for record in outcome.records:
        shares = by_exercise.setdefault((record.exercise, record.title), [])
        if record.status == "graded":
            shares.append(record.score / record.max_score if record.max_score else 0.0)
    if not by_exercise:
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for title, justify in (
        ("exercise", "left"),
        ("", "left"),
        ("graded", "right"),
        ("full", "right"),
        ("mean", "right"),
    ):
        table.add_column(title, justify=justify, no_wrap=title != "")  # type: ignore[arg-type]
    for (exercise, title), shares in sorted(by_exercise.items()):
        mean = f"{100 * sum(shares) / len(shares):.0f} %" if shares else ""
        full = str(sum(share == 1 for share in shares))
        table.add_row(exercise, Text(title), str(len(shares)), full, mean)
    console.print()
    console.print(table, highlight=False)


def _unlucky(record: Any) -> str:
    return f"{record.student}, {record.exercise}: {record.reason}"


def _plain_line(console: Console) -> Any:
    from grader.render.plain import one_line

    def say(text: str, style: str = "") -> None:
        lead = "\n" if text.startswith("\n") else ""
        body = text.removeprefix("\n")
        indent = body[: len(body) - len(body.lstrip())]
        line = f"{lead}{indent}{one_line(body.lstrip())}"
        console.print(line, style=style, highlight=False, markup=False, soft_wrap=True)

    return say


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


@click.command("adopt")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("behaviour")
@click.option("--name", required=True, help="What the mistake is called, as in never_zeroes.")
@click.option("--exercise", metavar="ID", help="Where the behaviour is there in more than one.")
@click.option("--no-color", is_flag=True, help="Plain text, as NO_COLOR does.")
def adopt_command(folder: Path, behaviour: str, *, name: str, exercise: str | None, no_color: bool) -> int:
    """Make a known mistake of a way of failing that DIR/index.html shows as unknown."""
    from grader.adopt import adopt
    from grader.batch.journal import Journal
    from grader.cli.shared import console_for, course_here

    with Journal.read(folder) as journal:
        path = adopt(journal, course_here(), behaviour, name, exercise)
    say = _plain_line(console_for(no_color))
    say(f"Written: {path}", "bold")
    say("It is a student's code: read it, and take out names, comments and whatever else tells whose it is.")
    say("Then write its title and its explanation, and prove it:")
    say(f"    grade verify {path.parent.parent.name}")
    return 0


@click.command("export")
@click.argument("results", required=False, type=click.Path(path_type=Path))
@click.option(
    "--to",
    "to",
    required=True,
    type=click.Choice(["gradescope", "canvas", "moodle", "csv", "junit", "github"]),
    help="What is to read it.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Where files go.  [default: export/FORMAT beside them]")
@click.option(
    "--gradebook", metavar="FILE", type=click.Path(path_type=Path), help="What Canvas or Moodle gave, to be filled."
)
@click.option("--exercises", default="", metavar="ID,...", help="Only these.  [default: all]")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="EXERCISE=HEADER",
    help="Canvas's column of an exercise. May be repeated.",
)
@click.option("--wide", is_flag=True, help="csv: a row a student, a column an exercise.")
@click.option(
    "--recipe", metavar="EXERCISE", help="gradescope: the autograder.zip for an exercise, instead of results."
)
@click.option(
    "--seed", type=click.IntRange(0, 2**63 - 1), metavar="N", help="The seed of a recipe's inputs.  [default: 0]"
)
@click.option("--no-color", is_flag=True, help="Plain text, as NO_COLOR does.")
def export_command(
    results: Path | None,
    *,
    to: str,
    out: Path | None,
    gradebook: Path | None,
    exercises: str,
    columns: tuple[str, ...],
    wide: bool,
    recipe: str | None,
    seed: int | None,
    no_color: bool,
) -> int:
    """Write results for another system: RESULTS is the folder of `grade batch`, or a report.json.

    Exits with 3 where some were not graded; those are named, and never exported as a zero.
    """
    from grader.batch.export import Wanted, exercise_id, export
    from grader.cli.shared import console_for
    from grader.errors import UsageError

    console = console_for(no_color)
    if recipe is not None:
        if to != "gradescope" or results is not None:
            raise UsageError("--recipe is for --to gradescope, and needs no results")
        return _write_recipe(console, recipe, seed or 0, out)
    if results is None:
        raise UsageError("which results? `grade export DIR` takes the folder of `grade batch`, or a report.json")
    if seed is not None:
        raise UsageError("--seed is for --recipe; results have their seed already")
    wanted = Wanted(
        source=results,
        to=to,
        out=out,
        gradebook=gradebook,
        exercises=tuple(exercise_id(name) for name in exercises.split(",") if name.strip()),
        columns=dict(_column(each) for each in columns),
        wide=wide,
    )
    exported = export(wanted)
    _print_exported(console, exported)
    return 3 if exported.not_graded else 0


def _column(text: str) -> tuple[str, str]:
    """The exercise and the header of `3=Homework 3 (1234)`."""
    from grader.batch.export import exercise_id
    from grader.errors import UsageError

    exercise, equals, header = text.partition("=")
    if not equals or not exercise.strip() or not header.strip():
        raise UsageError(f'--column {text!r}: "EXERCISE=HEADER" is expected, as in "3=Homework 3 (1234)"')
    return exercise_id(exercise), header


def _write_recipe(console: Console, exercise: str, seed: int, out: Path | None) -> int:
    from grader.batch.recipe import write_recipe
    from grader.cli.shared import course_here, find_exercise

    item = find_exercise(course_here(), exercise)
    path = write_recipe(item, seed, out or Path("export") / "gradescope" / item.id)
    _plain_line(console)(f"{path} is what Gradescope asks for as the autograder of {item.id} (seed {seed}).")
    return 0


def _print_exported(console: Console, exported: Exported) -> None:
    from grader.batch.export import people

    say = _plain_line(console)
    say(f"{_count(exported.results, 'result')} exported:")
    for path in exported.files:
        say(f"    {path}")
    for note in exported.filled.notes if exported.filled else ():
        say(f"{note}.")
    for title, names in people(exported):
        if names:
            say(f"\n{title} ({len(names)}):", "bold")
            for name in names:
                say(f"    {name}")

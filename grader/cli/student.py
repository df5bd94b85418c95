"""The student's loop: grade, list, start, hint."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.shared import (
    cache_folder,
    color_option,
    colored,
    console_for,
    course_here,
    find_exercise,
    isolation_option,
    near,
    points_of,
    progress_of,
    sandbox_for,
    show_markdown,
)
from grader.errors import UsageError

if TYPE_CHECKING:
    from grader.course import Course, CourseExercise
    from grader.report import Report
    from grader.sandbox.levels import AnySandbox


@click.command(name="exercise")
@click.argument("exercise")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON, and nothing else.")
@click.option(
    "--seed", type=click.IntRange(0, 2**63 - 1), default=0, metavar="N", help="The seed of all inputs.  [default: 0]"
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where reports go.  [default: reports/ of the course, or here]",
)
@click.option("--student", default="", help="The name on the report.  [default: the user's]")
@isolation_option
@color_option
def grade_command(
    exercise: str,
    file: Path | None,
    *,
    as_json: bool,
    seed: int,
    out: Path | None,
    student: str,
    isolation: str | None,
    no_color: bool,
) -> int:
    """Grade an exercise: ./exercise_NN.py or .ipynb, or FILE."""
    with (
        sandbox_for(isolation, warm=False) as sandbox,
        _loading(quiet=as_json),
    ):  # torch loads while everything else does
        course = course_here()
        item = find_exercise(course, exercise)
        path, started = _submission_path(item, file)
        report = _graded(item, path, seed, student or _user(), sandbox)
    if started and not as_json:
        click.echo(f"There was no {path.name} here, so the starter was put there. This is how it does:\n")
    progress_of(course).graded(item.id, report.score)
    click.echo(_as_json(report) if as_json else _on_terminal(report, no_color), nl=False)
    pages = _save(report, (out or _report_folder(course)) / item.id)
    if not as_json:
        click.echo(f"\nReport: {near(pages)}")
    if report.status == "not graded":
        return 3
    return 0 if report.full_marks else 1


@click.command("list")
@color_option
def list_command(*, no_color: bool) -> None:
    """List the exercises by unit, what each requires and is worth, and what you have solved."""
    from itertools import groupby

    from rich.table import Table
    from rich.text import Text

    course = course_here()
    progress, console = progress_of(course), console_for(no_color)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for title, justify in (("", "left"), ("exercise", "left"), ("", "left"), ("requires", "left"), ("points", "right")):
        table.add_column(title, justify=justify, no_wrap=title in ("exercise", "points"))  # type: ignore[arg-type]
    solved = set()
    for unit, items in groupby(course.exercises, key=lambda item: item.exercise.unit):
        table.add_row("", Text(unit, "bold"))
        for item in items:
            points, best = points_of(item), progress.best(item.id)
            if best is not None and best >= points:
                solved.add(item.id)
            mark = "✓" if item.id in solved else ""
            score = f"{points:g}" if best is None else f"{best:g} / {points:g}"
            requires = ", ".join(each.removeprefix("exercise_") for each in item.exercise.requires)
            table.add_row(mark, item.id, Text(item.exercise.title), requires, score)
    console.print(table, highlight=False)
    console.print(f"\n{len(solved)} of {len(course.exercises)} solved.", end=" ", highlight=False)
    following = next((item for item in course.exercises if _is_next(item, solved)), None)
    console.print(f"`grade start {following.id}` begins the next." if following else "", highlight=False)


def _is_next(item: CourseExercise, solved: set[str]) -> bool:
    """Whether it is open, and all that it requires is solved."""
    return item.id not in solved and set(item.exercise.requires) <= solved


@click.command("start")
@click.argument("exercise")
@color_option
def start_command(exercise: str, *, no_color: bool) -> None:
    """Put an exercise's starter here, and show what it asks for. A file that is there is left as it is."""
    item = find_exercise(course_here(), exercise)
    path = Path(f"{item.id}.py")
    written = _put_starter(item, path)
    show_markdown(f"# {item.exercise.title}\n\n{item.exercise.prompt}", no_color)
    click.echo()
    click.echo(f"{path} is ready." if written else f"{path} was there already, and was left as it is.")
    click.echo(f"`grade {item.id}` grades it, `grade hint {item.id}` helps.")


@click.command("hint")
@click.argument("exercise")
@click.option("--restart", is_flag=True, help="Begin with the first hint again.")
@color_option
def hint_command(exercise: str, *, restart: bool, no_color: bool) -> None:
    """Show one more hint for an exercise."""
    course = course_here()
    item = find_exercise(course, exercise)
    hints, progress = item.exercise.hints, progress_of(course)
    if not hints:
        click.echo(f"{item.id} has no hints.")
        return
    count = min(len(hints), (0 if restart else progress.hints(item.id)) + 1)
    for number in range(1, count + 1):
        show_markdown(f"**Hint {number} of {len(hints)}.** {hints[number - 1].strip()}", no_color)
    if count == len(hints):
        click.echo("That was the last one.")
    progress.hinted(item.id, count)


@contextmanager
def _loading(*, quiet: bool) -> Iterator[None]:
    """A line on the terminal while torch loads and the submission runs; nothing where no one is looking."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status("loading torch, and running your code …"):
        yield


def _graded(item: CourseExercise, path: Path, seed: int, student: str, sandbox: AnySandbox) -> Report:
    from grader.answers import answer_key, is_cached
    from grader.errors import NotGraded
    from grader.grading import Circumstances, grade, not_graded
    from grader.submission import read

    submission = read(path, student)
    cache = cache_folder()
    if not submission.problem and not is_cached(item, seed, cache):
        sandbox.prepare(2)
    command = _command_line("grade", item.id, str(path), *(("--seed", str(seed)) if seed else ()))
    terms = Circumstances(sandbox.level, seed, command)
    try:
        key = answer_key(item, seed, sandbox, cache)
    except NotGraded as error:
        return not_graded(item.exercise, submission, terms, str(error))
    return grade(item, submission, key, sandbox, terms)


def _submission_path(item: CourseExercise, file: Path | None) -> tuple[Path, bool]:
    """The file to grade, and whether it is a starter that was just put there."""
    if file is not None:
        return file, False
    for path in (Path(f"{item.id}.py"), Path(f"{item.id}.ipynb")):
        if os.path.lexists(path):
            return path, False
    path = Path(f"{item.id}.py")
    return path, _put_starter(item, path)


def _put_starter(item: CourseExercise, path: Path) -> bool:
    """Write the starter; False where a file is there, which is never touched."""
    text = item.starter()
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    except OSError as error:
        raise UsageError(f"the starter could not be put at {path}: {error.strerror}") from None
    return True


def _save(report: Report, folder: Path) -> Path:
    """Write report.json and report.html; the HTML's path."""
    from grader.render import html

    page = folder / "report.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "report.json").write_text(_as_json(report), encoding="utf-8")
        page.write_text(html.render(report), encoding="utf-8")
    except OSError as error:
        reason = f"{error.strerror}: {error.filename}"
        raise UsageError(f"the report could not be written ({reason}); --out DIR names another folder") from None
    return page


def _as_json(report: Report) -> str:
    from grader.render import json

    return json.render(report)


def _on_terminal(report: Report, no_color: bool) -> str:
    from grader.render import terminal

    return terminal.render(report, width=shutil.get_terminal_size().columns, color=colored(no_color))


def _report_folder(course: Course) -> Path:
    here = Path.cwd()
    return (course.root if here.is_relative_to(course.root) else here) / "reports"


def _command_line(*words: str) -> str:
    import shlex

    return shlex.join(words)


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name for this user, as in some containers
        return "student"

"""What the commands share."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.errors import UsageError

if TYPE_CHECKING:
    from grader.course import Course, CourseExercise
    from grader.progress import Progress
    from grader.sandbox.levels import AnySandbox

isolation_option = click.option(
    "--isolation",
    metavar="LEVEL",
    help="strict (3), guarded (2), limited (1) or none (0).  [default: the best at hand]",
)


color_option = click.option("--no-color", is_flag=True, help="Plain text, as NO_COLOR does.")


@contextmanager
def sandbox_for(isolation: str | None, *, warm: bool) -> Iterator[AnySandbox]:
    """A sandbox of the wanted level, or the best at hand, on its way."""
    from grader.sandbox.levels import choose, level_of

    sandbox = choose(None if isolation is None else level_of(isolation), warm=warm).sandbox
    try:
        yield sandbox
    finally:
        sandbox.close()


def course_here() -> Course:
    from grader.course import find_course

    return find_course(Path.cwd())


def find_exercise(course: Course, wanted: str) -> CourseExercise:
    """The exercise that is meant, or a message that knows of the commands too."""
    import difflib

    try:
        return course.find(wanted)
    except UsageError:
        near = difflib.get_close_matches(wanted, _command_names(), n=1, cutoff=0.7)
        if near:
            raise UsageError(f"there is no command or exercise {wanted!r}; did you mean `grade {near[0]}`?") from None
        raise


def cache_folder() -> Path:
    """Where answer keys are kept."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("autograd-grader")) / "answers"


def progress_of(course: Course) -> Progress:
    import platformdirs

    from grader.progress import Progress

    return Progress(Path(platformdirs.user_state_dir("autograd-grader")) / "progress.json", course.root.resolve())


def points_of(item: CourseExercise) -> float:
    return sum(case.points for case in item.exercise.cases)


def cores() -> int:
    """How many of the machine's cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def console_for(no_color: bool) -> Any:
    from rich.console import Console

    return Console(no_color=not colored(no_color), width=min(120, shutil.get_terminal_size().columns), soft_wrap=False)


def colored(no_color: bool) -> bool:
    """Whether to use color: https://no-color.org; never into a pipe."""
    return not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def show_markdown(text: str, no_color: bool) -> None:
    from rich.markdown import Markdown

    console_for(no_color).print(Markdown(text, code_theme="ansi_dark" if colored(no_color) else "bw"))


def near(path: Path) -> str:
    """The path as it is shortest to type."""
    with suppress(ValueError):
        return str(path.resolve().relative_to(Path.cwd()))
    return str(path)


def say(message: str) -> None:
    with suppress(OSError):
        click.echo(f"grade: {message}", err=True)


def _command_names() -> list[str]:
    context = click.get_current_context(silent=True)
    main = context.find_root().command if context else None
    return list(main.commands) if isinstance(main, click.Group) else []

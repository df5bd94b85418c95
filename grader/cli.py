"""The command line. The only file that prints or exits; it decides nothing about a submission.

Exit codes: 0 full marks, 1 less, 2 a wrong call or a broken exercise, 3 could not grade, 130 interrupted.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader import __version__
from grader.errors import GraderError, UsageError

if TYPE_CHECKING:
    from grader.authoring.mutate import Outcome, Subject
    from grader.course import Course, CourseExercise
    from grader.progress import Progress
    from grader.report import Report
    from grader.sandbox.levels import AnySandbox

_INTERRUPTED = 130


def run(arguments: list[str]) -> int:
    """Run a command; every failure becomes one clear message and an exit code."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with suppress(AttributeError, ValueError):
        signal.signal(signal.SIGTERM, _terminate)
    try:
        code = main.main(arguments, prog_name="grade", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (KeyboardInterrupt, click.Abort):
        _say("stopped")
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return 2
    except GraderError as error:
        _say(str(error))
        return error.exit_code
    except BrokenPipeError:
        _drop_output()
        return 0
    except Exception as error:
        if os.environ.get("GRADE_DEBUG"):
            raise
        _say(f"a fault in the grader itself, not in your work: {type(error).__name__}: {error}")
        _say("set GRADE_DEBUG=1 to see where, and please report it")
        return 3
    return code if isinstance(code, int) else 0


class _Commands(click.Group):
    """The named commands; any other first word is an exercise to grade."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None:
            return "exercise", grade_command, args
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """`grade --json exercise_03` is `grade exercise_03 --json`."""
        if args and args[0].startswith("-") and args[0] not in ("--help", "-h", "--version"):
            args = [_FIRST, *args]
        return super().parse_args(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return grade_command if cmd_name == _FIRST else super().get_command(ctx, cmd_name)


_FIRST = " "  # cannot be typed as a command's name

_isolation = click.option(
    "--isolation",
    metavar="LEVEL",
    help="strict (3), guarded (2), limited (1) or none (0).  [default: the best at hand]",
)
_color = click.option("--no-color", is_flag=True, help="Plain text, as NO_COLOR does.")


_HELP = """Grade exercises on PyTorch's autograd, and name the mistake.

\b
grade exercise_03          grade ./exercise_03.py; put the starter there if there is none
grade exercise_03 FILE     grade that .py or .ipynb file
grade exercise_03 --help   the options for that
"""


@click.group(
    cls=_Commands,
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="An exercise is called by its id, its number, or a word of its title: exercise_03, 3, zero.",
)
@click.version_option(__version__, message="%(version)s")
def main() -> None:
    """Answer to `grade`; `_HELP` is what it says of itself."""


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
@_isolation
@_color
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
    with _sandbox(isolation, warm=False) as sandbox, _loading(quiet=as_json):  # torch loads while everything else does
        course = _course()
        item = _find(course, exercise)
        path, started = _submission_path(item, file)
        report = _graded(item, path, seed, student or _user(), sandbox)
    if started and not as_json:
        click.echo(f"There was no {path.name} here, so the starter was put there. This is how it does:\n")
    _progress(course).graded(item.id, report.score)
    click.echo(_as_json(report) if as_json else _on_terminal(report, no_color), nl=False)
    pages = _save(report, (out or _report_folder(course)) / item.id)
    if not as_json:
        click.echo(f"\nReport: {_near(pages)}")
    if report.status == "not graded":
        return 3
    return 0 if report.full_marks else 1


@main.command("list")
@_color
def list_command(*, no_color: bool) -> None:
    """List the exercises, what they are worth, and what you have solved."""
    from rich.table import Table
    from rich.text import Text

    course = _course()
    progress = _progress(course)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for title, justify in (("", "left"), ("exercise", "left"), ("title", "left"), ("unit", "left"), ("best", "right")):
        table.add_column(title, justify=justify, no_wrap=title in ("exercise", "best"))  # type: ignore[arg-type]
    for item in course.exercises:
        exercise = item.exercise
        points, best = sum(case.points for case in exercise.cases), progress.best(item.id)
        mark = "✓" if best is not None and best >= points else ""
        score = f"{best if best is not None else 0:g} / {points:g}" if best is not None else f"{points:g}"
        table.add_row(mark, item.id, Text(exercise.title), Text(exercise.unit), score)
    console = _console(no_color)
    console.print(table)
    solved = sum(1 for item in course.exercises if (progress.best(item.id) or -1) >= _points(item))
    console.print(f"\n{solved} of {len(course.exercises)} solved. `grade start ID` begins one.", highlight=False)


@main.command("start")
@click.argument("exercise")
@_color
def start_command(exercise: str, *, no_color: bool) -> None:
    """Put an exercise's starter here, and show what it asks for. A file that is there is left as it is."""
    item = _find(_course(), exercise)
    path = Path(f"{item.id}.py")
    written = _put_starter(item, path)
    _markdown(f"# {item.exercise.title}\n\n{item.exercise.prompt}", no_color)
    click.echo()
    click.echo(f"{path} is ready." if written else f"{path} was there already, and was left as it is.")
    click.echo(f"`grade {item.id}` grades it, `grade hint {item.id}` helps.")


@main.command("hint")
@click.argument("exercise")
@click.option("--restart", is_flag=True, help="Begin with the first hint again.")
@_color
def hint_command(exercise: str, *, restart: bool, no_color: bool) -> None:
    """Show one more hint for an exercise."""
    course = _course()
    item = _find(course, exercise)
    hints, progress = item.exercise.hints, _progress(course)
    if not hints:
        click.echo(f"{item.id} has no hints.")
        return
    count = min(len(hints), (0 if restart else progress.hints(item.id)) + 1)
    for number in range(1, count + 1):
        _markdown(f"**Hint {number} of {len(hints)}.** {hints[number - 1].strip()}", no_color)
    if count == len(hints):
        click.echo("That was the last one.")
    progress.hinted(item.id, count)


@main.command("verify")
@click.argument("exercises", nargs=-1)
@_isolation
@_color
def verify_command(exercises: tuple[str, ...], *, isolation: str | None, no_color: bool) -> int:
    """Prove exercises: right answers earn full marks, wrong ones less, mistakes are recognised."""
    from grader.authoring.verify import modules_of, verify

    course = _course()
    items = [_find(course, each) for each in exercises] or course.exercises
    console = _console(no_color)
    broken = 0
    with _sandbox(isolation, warm=True) as sandbox:
        for number, item in enumerate(items):
            sandbox.prepare(min(2, len(items) - number))  # the next one's torch loads meanwhile
            findings = verify(course, item, sandbox)
            broken += bool(findings)
            mark = "[red]✗[/]" if findings else "[green]✓[/]"
            console.print(f"{mark} {item.folder_name}  [dim]{len(modules_of(item))} modules[/]", highlight=False)
            for finding in findings:
                console.print(f"    {finding.file}: {finding.reason}", style="default", highlight=False, markup=False)
    console.print(f"{len(items) - broken} of {len(items)} exercises hold.", highlight=False)
    return 2 if broken else 0


@main.command("mutate")
@click.argument("exercises", nargs=-1)
@click.option("--list", "listed", is_flag=True, help="Show the mutants, and grade none of them.")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="How many at a time.  [default: one a core]")
@_isolation
@_color
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

    course = _course()
    items = list(dict.fromkeys(_find(course, each) for each in exercises)) or course.exercises
    work = [(item, subjects_of(item)) for item in items]
    console = _console(no_color)
    if listed:
        for item, subjects in work:
            for subject in subjects:
                _print_mutant(console, item, subject)
        return 0
    outcomes: dict[str, Outcome] = {}
    with ExitStack() as stack:
        sandboxes = [stack.enter_context(_sandbox(isolation, warm=True)) for _ in range(jobs or _cores())]
        tell = stack.enter_context(_counting(console, sum(len(subjects) for _, subjects in work)))
        for item, subjects in work:
            try:
                outcomes[item.folder_name] = mutate(item, subjects, sandboxes, tell)
            except ExerciseError as error:
                console.print(f"✗ {item.folder_name}\n    {error}", style="default", highlight=False, markup=False)
            else:
                _print_outcome(console, item, outcomes[item.folder_name])
    _print_shares(console, outcomes)
    if len(outcomes) < len(items):
        return 2
    if any(each.count("not graded") for each in outcomes.values()):
        return 3
    return 0 if promises_hold(list(outcomes.values())) else 1


@main.command("doctor")
@_isolation
@_color
def doctor_command(*, isolation: str | None, no_color: bool) -> int:
    """Show what isolation and what speed this machine gives, by attempting what must fail."""
    from rich.table import Table

    from grader.sandbox import doctor
    from grader.sandbox.levels import NAMES, choose, level_of

    chosen = choose(None if isolation is None else level_of(isolation))
    sandbox, console = chosen.sandbox, _console(no_color)
    try:
        console.print(f"Isolation {sandbox.level} ({NAMES[sandbox.level]})", highlight=False)
        for level, reason in chosen.refused:
            hint = doctor.advice(reason)
            console.print(f"Not {level} ({NAMES[level]}): {reason}", highlight=False, markup=False)
            if hint:
                console.print(f"    {hint}", highlight=False, markup=False)
        outcomes = doctor.attempts(sandbox, _course().root / "solutions")
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


@main.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of exercise.yaml, which editors complete from."""
    from grader.exercise import schema_text

    click.echo(schema_text(), nl=False)


# Mutants


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
    wanted = f"at least {100 * SHARE_OF_ALL:g} % over all, and {100 * SHARE_OF_EACH:g} % in each exercise"
    console.print(f"\nTo be killed of those that are not equivalent: {wanted}.", highlight=False)


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


def _cores() -> int:
    """How many of the machine's cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# What the commands share


@contextmanager
def _sandbox(isolation: str | None, *, warm: bool) -> Iterator[AnySandbox]:
    """A sandbox of the wanted level, or the best at hand, on its way."""
    from grader.sandbox.levels import choose, level_of

    sandbox = choose(None if isolation is None else level_of(isolation), warm=warm).sandbox
    try:
        yield sandbox
    finally:
        sandbox.close()


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
    import platformdirs

    from grader.answers import answer_key, is_cached
    from grader.errors import NotGraded
    from grader.grading import Circumstances, grade, not_graded
    from grader.submission import read

    submission = read(path, student)
    cache = Path(platformdirs.user_cache_dir("autograd-grader")) / "answers"
    if not submission.problem and not is_cached(item, seed, cache):
        sandbox.prepare(2)
    command = _command_line("grade", item.id, str(path), *(("--seed", str(seed)) if seed else ()))
    terms = Circumstances(sandbox.level, seed, command)
    try:
        key = answer_key(item, seed, sandbox, cache)
    except NotGraded as error:
        return not_graded(item.exercise, submission, terms, str(error))
    return grade(item, submission, key, sandbox, terms)


def _course() -> Course:
    from grader.course import find_course

    return find_course(Path.cwd())


def _find(course: Course, wanted: str) -> CourseExercise:
    """The exercise that is meant, or a message that knows of the commands too."""
    import difflib

    try:
        return course.find(wanted)
    except UsageError:
        near = difflib.get_close_matches(wanted, list(main.commands), n=1, cutoff=0.7)
        if near:
            raise UsageError(f"there is no command or exercise {wanted!r}; did you mean `grade {near[0]}`?") from None
        raise


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

    return terminal.render(report, width=shutil.get_terminal_size().columns, color=_colored(no_color))


def _report_folder(course: Course) -> Path:
    here = Path.cwd()
    return (course.root if here.is_relative_to(course.root) else here) / "reports"


def _progress(course: Course) -> Progress:
    import platformdirs

    from grader.progress import Progress

    return Progress(Path(platformdirs.user_state_dir("autograd-grader")) / "progress.json", course.root.resolve())


def _points(item: CourseExercise) -> float:
    return sum(case.points for case in item.exercise.cases)


def _console(no_color: bool) -> Any:
    from rich.console import Console

    return Console(no_color=not _colored(no_color), width=min(120, shutil.get_terminal_size().columns), soft_wrap=False)


def _colored(no_color: bool) -> bool:
    """Whether to use color: https://no-color.org; never into a pipe."""
    return not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def _markdown(text: str, no_color: bool) -> None:
    from rich.markdown import Markdown

    _console(no_color).print(Markdown(text, code_theme="ansi_dark" if _colored(no_color) else "bw"))


def _command_line(*words: str) -> str:
    import shlex

    return shlex.join(words)


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name for this user, as in some containers
        return "student"


def _near(path: Path) -> str:
    """The path as it is shortest to type."""
    with suppress(ValueError):
        return str(path.resolve().relative_to(Path.cwd()))
    return str(path)


def _say(message: str) -> None:
    with suppress(OSError):
        click.echo(f"grade: {message}", err=True)


def _terminate(*_: object) -> None:
    sys.exit(128 + signal.SIGTERM)


def _drop_output() -> None:
    """The reader of our output is gone; let Python's last flush not complain."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

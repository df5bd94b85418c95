"""The command line. The only part that prints or exits; it decides nothing about a submission.

Exit codes: 0 full marks, 1 less, 2 a wrong call or a broken exercise, 3 could not grade, 130 interrupted.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress

import click

from grader import __version__
from grader.cli import author, classes, student
from grader.cli.shared import say
from grader.cli.student import grade_command
from grader.errors import GraderError

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
        say("stopped")
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return 2
    except GraderError as error:
        say(str(error))
        return error.exit_code
    except BrokenPipeError:
        _drop_output()
        return 0
    except Exception as error:
        if os.environ.get("GRADE_DEBUG"):
            raise
        say(f"a fault in the grader itself, not in your work: {type(error).__name__}: {error}")
        say("set GRADE_DEBUG=1 to see where, and please report it")
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


for _command in (
    student.list_command,
    student.start_command,
    student.hint_command,
    author.verify_command,
    author.mutate_command,
    author.doctor_command,
    author.schema_command,
    classes.batch_command,
    classes.export_command,
    classes.adopt_command,
):
    main.add_command(_command)


def _terminate(*_: object) -> None:
    sys.exit(128 + signal.SIGTERM)


def _drop_output() -> None:
    """The reader of our output is gone; let Python's last flush not complain."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

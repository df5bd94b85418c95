"""`grade adopt`: a way of failing that nobody had foreseen becomes a known mistake.

The code of one who failed so is put among the exercise's mistakes, without what stands before its first statement: its
docstring and comments, where names tend to be. Of a notebook, it is the module that the probe makes of its cells. In
place of the docstring comes one that `grade verify` refuses until an author has written a title and an explanation.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterable
from pathlib import Path

from grader.batch.journal import Journal
from grader.class_figures import is_unknown, representative
from grader.course import Course, CourseExercise
from grader.errors import GraderError, UsageError
from grader.observation.notebooks import text_of
from grader.observation.source import parsed
from grader.record import Record

UNWRITTEN = "Say here in a few words what goes wrong; below an empty line, explain it."
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def adopt(journal: Journal, course: Course, behaviour: str, name: str, exercise: str | None = None) -> Path:
    """Write mistakes/NAME.py from the code that stands for a way of failing, and say where.

    Raises UsageError where there is no such way, it is not clear in which exercise, the name cannot be used, or the
    code is not Python; GraderError where the file cannot be written. Nothing is overwritten.
    """
    name = name.removesuffix(".py")
    if not _NAME.fullmatch(name):
        raise UsageError(f"--name {name}: a name like never_zeroes is expected: small letters, digits and underscores")
    wanted = course.find(exercise).id if exercise is not None else None
    alike = _alike(list(journal.records()), behaviour, wanted)
    item = course.find(alike[0].exercise)
    student, source = representative(
        [record.student for record in alike], item.id, lambda student, found: journal.report(student, found).source
    )
    cells = tuple(cell.first_line for cell in journal.report(student, item.id).cells)
    path = _place(item, name)
    _write(path, as_mistake(source, cells))
    return path


def as_mistake(source: str, cell_lines: tuple[int, ...] = ()) -> str:
    """A student's code as the module of a mistake that nobody has explained yet. Raises UsageError.

    `cell_lines` are the lines at which a notebook's code cells start: of those, the module is what the probe makes.
    """
    try:
        code = text_of(source, cell_lines) if cell_lines else source
        code = _from_first_statement(code).rstrip()
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise UsageError(f"the code that stands for this behaviour cannot be read as Python: {error}") from None
    if not code:
        raise UsageError("the file that stands for this behaviour has no code")
    return f'"""{UNWRITTEN}"""\n\n{code}\n'


def _alike(records: list[Record], behaviour: str, exercise: str | None) -> list[Record]:
    """Those who failed in this way, all in one exercise."""
    looked = [record for record in records if exercise in {None, record.exercise}]
    alike = [record for record in looked if record.behaviour == behaviour and is_unknown(record)]
    if not alike:
        raise UsageError(_not_there(looked, behaviour, exercise))
    found = sorted({record.exercise for record in alike})
    if len(found) > 1:
        raise UsageError(f"behaviour {behaviour} is there in {' and in '.join(found)}: say which with --exercise")
    return alike


def _not_there(records: Iterable[Record], behaviour: str, exercise: str | None) -> str:
    """Why there is nothing to adopt, and what may have been meant."""
    known = next((record for record in records if behaviour and record.behaviour == behaviour), None)
    if known is not None:
        titles = [mistake.mistake for mistake in known.mistakes if mistake.certainty == "same behaviour"]
        return f"behaviour {behaviour} is that of a known mistake of {known.exercise}: {titles[0] if titles else '?'}"
    unknown = sorted({record.behaviour for record in records if is_unknown(record)})
    near = difflib.get_close_matches(behaviour, unknown, n=1, cutoff=0.6)
    place = "the results" if exercise is None else f"the results of {exercise}"
    hint = f"did you mean {near[0]}?" if near else "index.html beside the results shows those that are there"
    return f"{place} have no unknown behaviour {behaviour!r}; {hint}"


def _from_first_statement(source: str) -> str:
    """The code from its first statement on that is no docstring; a line may hold both."""
    tree = parsed(source)
    statements = tree.body[1:] if ast.get_docstring(tree, clean=False) is not None else tree.body
    if not statements:
        return ""
    decorators = getattr(statements[0], "decorator_list", [])
    line, column = (decorators[0].lineno, 0) if decorators else (statements[0].lineno, statements[0].col_offset)
    first, *others = source.split("\n")[line - 1 :]
    return "\n".join([first.encode()[column:].decode(), *others])  # `ast` counts columns in bytes


def _place(item: CourseExercise, name: str) -> Path:
    if not item.solution_folder.is_dir():
        raise UsageError(f"the course has no solutions/{item.folder_name}, where its mistakes are")
    path = item.solution_folder / "mistakes" / f"{name}.py"
    if path.exists():
        raise UsageError(f"solutions/{item.folder_name}/mistakes/{name}.py is there already; choose another name")
    return path


def _write(path: Path, text: str) -> None:
    try:
        if not path.parent.is_dir():
            path.parent.mkdir()
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:  # among them that somebody was quicker: nothing is overwritten
        raise GraderError(f"{path} cannot be written: {error.strerror or error}") from None

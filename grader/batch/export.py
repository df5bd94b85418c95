"""Results as files that a course's other systems read, from a batch's journal or from one report.

A result that was not graded is never exported, least of all as a zero: it is named, and what an earlier export wrote of
it is taken away. Reports are read one at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from grader.batch.journal import Journal
from grader.batch.outputs import write_whole
from grader.errors import GraderError, UsageError
from grader.record import Record, page_of, record_of
from grader.render import canvas, github, gradescope, junit, moodle, table
from grader.render.gradebook import Filled
from grader.report import Report

FORMATS = ("gradescope", "canvas", "moodle", "csv", "junit", "github")
GRADEBOOKS = ("canvas", "moodle")


@dataclass(frozen=True)
class Wanted:
    """What is asked for. `source` is a batch's folder or a report.json; `out` None is a folder beside the results;
    `exercises` are all where none is named; `columns` are Canvas's, by exercise.
    """

    source: Path
    to: str
    out: Path | None = None
    gradebook: Path | None = None
    exercises: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    wide: bool = False


@dataclass(frozen=True)
class Exported:
    """What was written: how many `results`, in which `files` (of many, their folder), and which could not be.
    `filled` says more of a gradebook.
    """

    results: int
    files: tuple[Path, ...]
    not_graded: tuple[str, ...]
    filled: Filled | None = None


def export(wanted: Wanted) -> Exported:
    """Write the files. Raises UsageError for a source, a gradebook or an exercise that is not there, or does not fit;
    GraderError where a file cannot be written.
    """
    _check(wanted)
    with _opened(wanted.source) as source:
        exercises = _exercises(source, wanted)
        found = tuple(_Known.of(record) for record in source.records() if record.exercise in exercises)
        chosen = _Chosen(source, exercises, found)
        not_graded = tuple(f"{each.student}, {each.exercise}: {each.reason}" for each in found if not each.graded)
        out = wanted.out or source.folder / "export" / wanted.to
        made(out)
        if wanted.to in GRADEBOOKS:
            path, filled = _gradebook(chosen, wanted, out)
            return Exported(filled.cells, (path,), not_graded, filled)
        return Exported(len(found) - len(not_graded), _WRITERS[wanted.to](chosen, wanted, out), not_graded)


def people(exported: Exported) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Who is to be named after an export: a title, and those of whom it is true."""
    filled = exported.filled
    if filled is not None:
        yield "In the gradebook, without a result", filled.without
        yield "Left as they were", filled.left
        yield "May be several people in the gradebook, or claim one row, and were left", filled.unclear
        yield "Of the class, and not in the gradebook", filled.unknown
    yield "Not graded, through no fault of theirs, and not exported", exported.not_graded


def made(folder: Path) -> Path:
    """The folder, which is there now. Raises UsageError where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror or error}") from None
    return folder


def exercise_id(wanted: str) -> str:
    """The id of an exercise that is called by it or by its number: "3", "03", "exercise_3"."""
    number = wanted.strip().lower().removeprefix("exercise_")
    return f"exercise_{int(number):02}" if number.isdecimal() and number.isascii() else wanted.strip()


class _Source(Protocol):
    """Where results come from."""

    @property
    def folder(self) -> Path:
        """The folder that the results lie in."""

    def records(self) -> Iterator[Record]:
        """All results in short, by student and exercise."""

    def report(self, student: str, exercise: str) -> Report:
        """One in full."""


@dataclass(frozen=True)
class _OneReport:
    """A report.json as a source."""

    folder: Path
    only: Report

    def records(self) -> Iterator[Record]:
        yield record_of(self.only, "")

    def report(self, student: str, exercise: str) -> Report:
        del student, exercise
        return self.only


@dataclass(frozen=True)
class _Known:
    """What is held of every result."""

    student: str
    exercise: str
    graded: bool
    reason: str

    @classmethod
    def of(cls, record: Record) -> _Known:
        return cls(record.student, record.exercise, record.status == "graded", record.reason)


@dataclass(frozen=True)
class _Chosen:
    """The results that are to be exported."""

    source: _Source
    exercises: tuple[str, ...]
    found: tuple[_Known, ...]

    def records(self) -> Iterator[Record]:
        """In short, one at a time."""
        return (record for record in self.source.records() if record.exercise in self.exercises)

    def reports(self, exercise: str) -> Iterator[Report]:
        """In full, one at a time, those of one exercise."""
        return (self.source.report(each.student, exercise) for each in self.found if each.exercise == exercise)

    @property
    def is_one(self) -> bool:
        return isinstance(self.source, _OneReport)


@contextmanager
def _opened(path: Path) -> Iterator[_Source]:
    if path.is_file():
        yield _OneReport(path.parent, _read_report(path))
        return
    with Journal.read(path) as journal:
        yield journal


def _read_report(path: Path) -> Report:
    try:
        return Report.from_json(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from None
    except GraderError as error:
        raise UsageError(f"{path} is {error}; `grade EXERCISE FILE --json` prints one") from None


def _check(wanted: Wanted) -> None:
    """Raises UsageError for options that do not go with the format."""
    if wanted.to in GRADEBOOKS and wanted.gradebook is None:
        told = "the gradebook that Canvas exported" if wanted.to == "canvas" else "the worksheet that Moodle gave"
        raise UsageError(f"--to {wanted.to} needs --gradebook FILE: {told}, which is filled and never made up")
    for option, given, formats in (
        ("--gradebook", wanted.gradebook, GRADEBOOKS),
        ("--column", wanted.columns, ("canvas",)),
        ("--wide", wanted.wide, ("csv",)),
    ):
        if given and wanted.to not in formats:
            raise UsageError(f"{option} is for --to {' and --to '.join(formats)}, not for --to {wanted.to}")


def _exercises(source: _Source, wanted: Wanted) -> tuple[str, ...]:
    """The exercises to export, in order. Raises UsageError for one of which there are no results."""
    there = sorted({record.exercise for record in source.records()})
    for exercise in (*wanted.exercises, *wanted.columns):
        if exercise not in there:
            raise UsageError(f"there are no results of {exercise}; there are of {', '.join(there) or 'none'}")
    chosen = tuple(dict.fromkeys(wanted.exercises)) or tuple(there)
    if wanted.to == "moodle" and len(chosen) > 1 and not wanted.exercises:
        raise UsageError(
            f"a worksheet is that of one assignment, and there are results of {', '.join(chosen)}: --exercises says "
            "which of them make its grade"
        )
    return chosen


def _gradebook(chosen: _Chosen, wanted: Wanted, out: Path) -> tuple[Path, Filled]:
    assert wanted.gradebook is not None, "_check saw to it"
    path = out / wanted.gradebook.name
    if path.resolve() == wanted.gradebook.resolve():
        raise UsageError(f"{path} would be overwritten: --out names another folder")
    text = _gradebook_text(wanted.gradebook)
    if wanted.to == "canvas":
        filled = canvas.render(text, chosen.records(), wanted.columns)
    else:
        filled = moodle.render(text, chosen.records())
    write_whole(path, [filled.text])
    return path, filled


def _gradebook_text(path: Path) -> str:
    """The file's text, ends of lines and byte order mark included."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8, as what was downloaded is: download it again") from None


def _csv(chosen: _Chosen, wanted: Wanted, out: Path) -> tuple[Path, ...]:
    path = out / ("students.csv" if wanted.wide else "results.csv")
    lines = table.render_wide(chosen.records(), chosen.exercises) if wanted.wide else table.render(chosen.records())
    write_whole(path, lines)
    return (path,)


def _junit(chosen: _Chosen, _wanted: Wanted, out: Path) -> tuple[Path, ...]:
    counts = junit.count(chosen.records())
    paths = tuple(out / f"{exercise}.xml" for exercise in chosen.exercises)
    for path, exercise in zip(paths, chosen.exercises, strict=True):
        write_whole(path, junit.render(exercise, counts[exercise], chosen.reports(exercise)))
    return paths


def _gradescope(chosen: _Chosen, _wanted: Wanted, out: Path) -> tuple[Path, ...]:
    return _each(chosen, out, {"results.json": gradescope.render})


def _github(chosen: _Chosen, _wanted: Wanted, out: Path) -> tuple[Path, ...]:
    return _each(chosen, out, {"result.txt": github.render, "annotations.txt": github.annotate})


def _each(chosen: _Chosen, out: Path, files: Mapping[str, Callable[[Report], str]]) -> tuple[Path, ...]:
    """Files for every result: of one report right there, of a class in `exercise_03/{student}/`."""
    for each in chosen.found:
        folder = out if chosen.is_one else out / each.exercise / _folder_name(each)
        if not each.graded:
            for name in files:
                (folder / name).unlink(missing_ok=True)
            continue
        made(folder)
        report = chosen.source.report(each.student, each.exercise)
        for name, render in files.items():
            write_whole(folder / name, [render(report)])
    return tuple(out / name for name in files) if chosen.is_one else (out,)


def _folder_name(known: _Known) -> str:
    """The student's name as that of a folder, as the pages have it."""
    return Path(page_of(known.student, known.exercise)).parent.name


_WRITERS: Mapping[str, Callable[[_Chosen, Wanted, Path], tuple[Path, ...]]] = {
    "csv": _csv,
    "junit": _junit,
    "gradescope": _gradescope,
    "github": _github,
}

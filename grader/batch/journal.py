"""The journal of a batch: every result, durable before it is counted, in one SQLite file that outlives any end.

A record and a report a student and exercise; what is graded again replaces what was there. One process at a time
writes: a lock on a file beside it, which the system takes back however that process ends. Write-ahead logging with a
full sync at each commit: https://www.sqlite.org/wal.html.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from grader.errors import GraderError, UsageError
from grader.record import Record
from grader.report import Report
from grader.sources.found import LeftOver

FILE, LOCK = "journal.sqlite", "journal.lock"
_FORMAT = "1"
_SCHEMA = """
create table if not exists run (key text primary key, value text not null) without rowid;
create table if not exists result (
    student text not null, exercise text not null, fingerprint text not null, status text not null,
    record text not null, report blob not null, primary key (student, exercise)
) without rowid;
create table if not exists page (
    student text not null, exercise text not null, fingerprint text not null, primary key (student, exercise)
) without rowid;
create table if not exists left_over (place text not null, reason text not null);
create table if not exists problem (text text not null);
"""


@dataclass(frozen=True)
class Entry:
    """A result on its way into the journal. `fingerprint` changes with all that the result rests on."""

    record: Record
    report: Report
    fingerprint: str


@dataclass(frozen=True)
class Kept:
    """What is remembered of an earlier result: enough to see whether it still holds."""

    fingerprint: str
    status: str


class Journal:
    """An open journal. Use as a context manager, from one thread."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, lock: int | None) -> None:
        self.folder = folder
        self._connection, self._lock = connection, lock

    @classmethod
    def open(cls, folder: Path) -> Journal:
        """The journal of a folder, made where there is none, for this process alone.

        Raises UsageError where another process has it open, or the file is something else.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = _lock(folder / LOCK)
        except OSError as error:
            raise UsageError(f"{folder} cannot be written: {error.strerror or error}") from None
        try:
            journal = cls(folder, _connect(folder / FILE), lock)
            journal._prepare()
        except BaseException:
            os.close(lock)
            raise
        return journal

    @classmethod
    def read(cls, folder: Path) -> Journal:
        """The journal of a folder, to be read beside whoever writes it. Raises UsageError where there is none."""
        if not (folder / FILE).is_file():
            raise UsageError(f"{folder} holds no results: `grade batch PATH --out {folder}` puts them there")
        journal = cls(folder, _connect(folder / FILE), None)
        journal._check_format(made=False)
        return journal

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of it. What was added stays."""
        self._connection.close()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    # What a run writes

    def seed(self, wanted: int | None) -> int:
        """The seed of this journal's results: the wanted one, or the one that it has, or a new secret one."""
        kept = self._setting("seed")
        seed = wanted if wanted is not None else int(kept) if kept is not None else secrets.randbits(62)
        if str(seed) != kept:
            with self._writing():
                self._set("seed", str(seed))
        return seed

    def add(self, entries: Iterable[Entry]) -> None:
        """Make results durable, all or none. Raises GraderError where the disk is full; what was there stays."""
        rows = [
            (
                entry.record.student,
                entry.record.exercise,
                entry.fingerprint,
                entry.record.status,
                entry.record.model_dump_json(),
                zlib.compress(entry.report.model_dump_json().encode(), 1),
            )
            for entry in entries
        ]
        with self._writing():
            self._connection.executemany("insert or replace into result values (?, ?, ?, ?, ?, ?)", rows)
            # its page is that of an earlier result, even where both rest on the same
            self._connection.executemany(
                "delete from page where student = ? and exercise = ?", [row[:2] for row in rows]
            )
            self._set("written", "no")

    def note_left_over(self, left_over: Iterable[LeftOver], problems: Iterable[str]) -> None:
        """Keep what the last source held beside submissions."""
        left_over, problems = list(left_over), list(problems)
        with self._writing():
            if (self.left_over(), self.problems()) != (_noted(left_over), [_plain(text) for text in problems]):
                self._set("written", "no")
            self._connection.execute("delete from left_over")
            self._connection.execute("delete from problem")
            rows = [(each.place, each.reason) for each in _noted(left_over)]
            self._connection.executemany("insert into left_over values (?, ?)", rows)
            self._connection.executemany("insert into problem values (?)", [(_plain(text),) for text in problems])

    def pages_to_write(self) -> list[tuple[str, str]]:
        """Student and exercise of results whose page is not there, or is that of an earlier result."""
        rows = self._connection.execute(
            "select r.student, r.exercise, r.record, p.fingerprint is r.fingerprint from result r"
            " left join page p on p.student = r.student and p.exercise = r.exercise order by r.student, r.exercise"
        )
        return [
            (student, exercise)
            for student, exercise, record, current in rows
            if not current or not (self.folder / json.loads(record)["page"]).is_file()
        ]

    def page_written(self, student: str, exercise: str) -> None:
        """Its page shows the result that is here now. Becomes durable with the next that does."""
        with _told():
            self._connection.execute(
                "insert or replace into page select student, exercise, fingerprint from result"
                " where student = ? and exercise = ?",
                (student, exercise),
            )

    def set_written(self) -> None:
        """All that is made from the results shows them as they are now."""
        with self._writing():
            self._set("written", "yes")

    @property
    def is_written(self) -> bool:
        """Whether nothing has changed since `set_written`."""
        return self._setting("written") == "yes"

    # What is read

    def kept(self) -> dict[tuple[str, str], Kept]:
        """By student and exercise, what is there."""
        rows = self._connection.execute("select student, exercise, fingerprint, status from result")
        return {(student, exercise): Kept(fingerprint, status) for student, exercise, fingerprint, status in rows}

    def records(self) -> Iterator[Record]:
        """All results in short, by student and exercise."""
        for (text,) in self._connection.execute("select record from result order by student, exercise"):
            yield Record.model_validate_json(text)

    def reports(self) -> Iterator[Report]:
        """All results in full, in the same order, one at a time."""
        for (data,) in self._connection.execute("select report from result order by student, exercise"):
            yield Report.model_validate_json(zlib.decompress(data))

    def report_texts(self) -> Iterator[str]:
        """The reports as JSON, without reading them."""
        for (data,) in self._connection.execute("select report from result order by student, exercise"):
            yield zlib.decompress(data).decode()

    def report(self, student: str, exercise: str) -> Report:
        """One student's report. Raises UsageError where there is none."""
        found = self._connection.execute(
            "select report from result where student = ? and exercise = ?", (student, exercise)
        ).fetchone()
        if found is None:
            raise UsageError(f"there is no result of {student!r} in {exercise}")
        return Report.model_validate_json(zlib.decompress(found[0]))

    def left_over(self) -> list[LeftOver]:
        """What the last source held that was no submission."""
        return [LeftOver(*row) for row in self._connection.execute("select place, reason from left_over")]

    def problems(self) -> list[str]:
        """What was wrong with the last source."""
        return [text for (text,) in self._connection.execute("select text from problem")]

    def sound(self) -> bool:
        """What SQLite says of the file: https://www.sqlite.org/pragma.html#pragma_integrity_check."""
        return bool(self._connection.execute("pragma integrity_check").fetchone()[0] == "ok")

    def _prepare(self) -> None:
        with _told():
            self._connection.execute("pragma journal_mode = wal")
            self._connection.execute("pragma synchronous = full")
            self._connection.executescript(_SCHEMA)
        self._check_format(made=True)

    def _check_format(self, *, made: bool) -> None:
        found = self._setting("format")
        if found is None and made:
            with self._writing():
                self._set("format", _FORMAT)
        elif found != _FORMAT:
            raise UsageError(f"{self.folder / FILE} is a journal of another version (format {found})")

    def _setting(self, key: str) -> str | None:
        with _told():
            row = self._connection.execute("select value from run where key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def _set(self, key: str, value: str) -> None:
        self._connection.execute("insert or replace into run values (?, ?)", (key, value))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with _told(), self._connection:
            yield


def _connect(path: Path) -> sqlite3.Connection:
    with _told():
        return sqlite3.connect(path, timeout=30.0)


@contextmanager
def _told() -> Iterator[None]:
    """SQLite's errors in words. A transaction that fails leaves what was there before it."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "full" in str(error) or "disk I/O" in str(error):
            raise GraderError(
                f"the journal cannot be written ({error}): make room and run the same command again; "
                "every result that was counted is kept"
            ) from None
        raise GraderError(f"the journal cannot be used: {error}") from None
    except sqlite3.DatabaseError as error:
        raise UsageError(f"the journal cannot be read ({error}): is {FILE} something else?") from None


def _noted(left_over: Iterable[LeftOver]) -> list[LeftOver]:
    return [LeftOver(_plain(each.place), _plain(each.reason)) for each in left_over]


def _plain(text: str) -> str:
    """A file's name may hold half a character, which no database can."""
    return text.encode("utf-8", "replace").decode()


def _lock(path: Path) -> int:
    """Hold a lock on the file until this process ends or closes it. Raises UsageError where another one has it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  # each system has its own

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  # each system has its own

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise UsageError(f"another run is writing to {path.parent}: wait for it, or use another folder") from None
    return descriptor

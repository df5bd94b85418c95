"""A student's file as text. It is opened as a regular file only, capped, decoded, and never imported or parsed here."""

from __future__ import annotations

import io
import os
import stat
import tokenize
import warnings
from dataclasses import dataclass
from pathlib import Path

from grader.errors import UsageError

SOURCE_BYTES = 256 * 1024
NOTEBOOK_BYTES = 16 * 1024 * 1024  # a notebook carries its outputs


@dataclass(frozen=True)
class SourceCell:
    """Where a code cell lies in `Submission.source`: its number among all cells and its first line, from 1."""

    number: int
    first_line: int


@dataclass(frozen=True)
class Submission:
    """One student's answer to one exercise.

    `source` is Python, for a notebook its code cells one after another. `problem` says why there is no code to run:
    then the submission is graded, as having none.
    """

    student: str
    file: str
    source: str
    cells: tuple[SourceCell, ...] = ()
    problem: str = ""


def read(path: Path, student: str) -> Submission:
    """Read a .py or .ipynb file.

    Raises UsageError where there is no such file, or it is something else than a regular file. What is wrong inside
    the file is its author's, and becomes `Submission.problem`.
    """
    return from_bytes(_regular_file(path, cap_of(path.name) + 1), path.name, student)


def cap_of(name: str) -> int:
    """How many bytes of a file of this name are read at most; one more tells that it is too large."""
    return NOTEBOOK_BYTES if _is_notebook(name) else SOURCE_BYTES


def from_bytes(data: bytes, name: str, student: str) -> Submission:
    """A submission from a file's content, by the file's name. What is wrong in it becomes `Submission.problem`."""
    cap = cap_of(name)
    if len(data) > cap:
        return _unusable(student, name, f"the file is over {cap // 1024} KiB; an answer is a page of code")
    if not data.strip():
        return _unusable(student, name, "the file is empty")
    return _notebook(data, student, name) if _is_notebook(name) else _module(data, student, name)


def _is_notebook(name: str) -> bool:
    return name.lower().endswith(".ipynb")


def _regular_file(path: Path, size: int) -> bytes:
    """Up to `size` bytes, without ever waiting on a pipe or a device."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        if path.is_dir():
            raise UsageError(f"{path} is a folder; a .py or .ipynb file is expected") from None
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from None
    kind = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(kind):
        os.close(descriptor)
        found = "a folder" if stat.S_ISDIR(kind) else "no regular file"
        raise UsageError(f"{path} is {found}; a .py or .ipynb file is expected")
    with os.fdopen(descriptor, "rb") as file:
        return file.read(size)


def _unusable(student: str, name: str, problem: str) -> Submission:
    return Submission(student, name, "", (), problem)


def _module(data: bytes, student: str, name: str) -> Submission:
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        source = data.decode(encoding)
        source.encode()  # some encodings can spell half a character, which nothing can write
    except (SyntaxError, UnicodeError, LookupError):
        return _unusable(student, name, _not_utf8(data))
    return Submission(student, name, _one_newline(source))


def _not_utf8(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return f"the file is not UTF-8 (byte 0x{data[error.start]:02x} in line {line}); save it as UTF-8"
    return "the file cannot be read in the encoding that its first two lines name; save it as UTF-8"


def _one_newline(source: str) -> str:
    """Line ends as Python reads them; a form feed or any other separator is none, so that line numbers are Python's."""
    return source.replace("\r\n", "\n").replace("\r", "\n")


def _notebook(data: bytes, student: str, name: str) -> Submission:
    import nbformat  # noqa: PLC0415  # it is slow to load, and most submissions are .py files

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # cells without an id are read all the same
            notebook = nbformat.reads(data.decode("utf-8-sig"), as_version=4)  # type: ignore[no-untyped-call]  # nbformat has no types
        codes = [
            (number, str(cell.source)) for number, cell in enumerate(notebook.cells, 1) if cell.cell_type == "code"
        ]
    except UnicodeDecodeError:
        return _unusable(student, name, "the notebook is not UTF-8")
    except Exception as error:  # nbformat raises whatever its parsers and validators raise
        reason = str(error).strip().split("\n")[0][:200]
        return _unusable(
            student, name, f"the file is not a notebook that can be read ({type(error).__name__}: {reason})"
        )
    if not any(code.strip() for _, code in codes):
        return _unusable(student, name, "the notebook has no code cells")
    lines: list[str] = []
    cells = []
    for number, code in codes:
        cells.append(SourceCell(number, len(lines) + 1))
        lines += _one_newline(code).split("\n")
    source = "\n".join(lines).encode("utf-8", "replace").decode()  # JSON may hold half a character
    if len(source.encode()) > SOURCE_BYTES:
        return _unusable(student, name, f"the notebook's code is over {SOURCE_BYTES // 1024} KiB")
    return Submission(student, name, source, tuple(cells))

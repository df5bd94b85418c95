"""What a batch leaves beside its journal: results.json, a page a student and exercise, and the class report.

Each file is written whole or not at all, and only where something has changed.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from pathlib import Path
from typing import Any

from grader.batch.journal import Journal
from grader.errors import GraderError
from grader.record import page_of
from grader.render import html
from grader.report import Report

RESULTS = "results.json"
_AHEAD = 32


def write_results(journal: Journal, run: dict[str, Any]) -> None:
    """`{"format": 1, "run": {...}, "results": [report, ...]}`, one at a time: memory does not grow with the class."""

    def parts() -> Iterator[str]:
        yield f'{{"format": 1, "run": {json.dumps(run, allow_nan=False)}, "results": ['
        for number, text in enumerate(journal.report_texts()):
            yield f"{',' if number else ''}\n{text}"
        yield "\n]}\n"

    write_whole(journal.folder / RESULTS, parts())


def write_pages(journal: Journal, executor: Executor, done: Callable[[], None]) -> None:
    """A page for every result that has none, or an old one. `executor` is of this machine: it writes the files."""
    at_work: dict[Future[None], tuple[str, str]] = {}
    for student, exercise in journal.pages_to_write():
        path = journal.folder / page_of(student, exercise)
        text = journal.report(student, exercise).model_dump_json()
        at_work[executor.submit(write_page, str(path), text)] = (student, exercise)
        if len(at_work) >= _AHEAD:
            _finish(journal, at_work, done)
    while at_work:
        _finish(journal, at_work, done)


def write_page(path: str, report: str) -> None:
    """One page, in whatever process."""
    page = Path(path)
    page.parent.mkdir(parents=True, exist_ok=True)
    write_whole(page, [html.render(Report.model_validate_json(report))])


def write_whole(path: Path, parts: Iterable[str]) -> None:
    """Write a file that is there in full or not at all. Raises GraderError where there is no room for it."""
    temporary = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    try:
        try:
            with temporary.open("x", encoding="utf-8", newline="\n") as file:
                file.writelines(parts)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise GraderError(f"{path} cannot be written: {error.strerror or error}") from None


def _finish(journal: Journal, at_work: dict[Future[None], tuple[str, str]], done: Callable[[], None]) -> None:
    finished, _ = wait(at_work, return_when=FIRST_COMPLETED)
    for future in finished:
        future.result()
        journal.page_written(*at_work.pop(future))
        done()

"""A CSV file of somebody else's, in which a few cells are changed: all others stay as they are, to the byte.

Quotes, ends of lines, a byte order mark and a semicolon as separator stay too, which `csv` does not keep.
https://www.rfc-editor.org/rfc/rfc4180
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.errors import UsageError
from grader.render import cells

_MARK = "\ufeff"
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_LONGEST_HEADER = 100_000
_END_OF_LINE = re.compile(r"\r\n|\n|\r")


@dataclass
class _Row:
    """Cells as they stand in the file, and the end of their line."""

    raw: list[str]
    end: str


class Sheet:
    """A file's rows and cells, from 0. A cell beyond the end of its row is empty."""

    def __init__(self, content: str) -> None:
        """Read the text of a CSV file. Raises UsageError where its quotes do not close."""
        self._mark = _MARK if content.startswith(_MARK) else ""
        body = content.removeprefix(_MARK)
        self._separator = _separator(body)
        self._rows = _rows(body, self._separator)

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, index: int) -> list[str]:
        """The values of a row."""
        return [_value(raw) for raw in self._rows[index].raw]

    def value(self, index: int, column: int) -> str:
        """The value of a cell."""
        raw = self._rows[index].raw
        return _value(raw[column]) if column < len(raw) else ""

    def change(self, index: int, column: int, value: str) -> None:
        """Put another value into a cell. A cell in quotes stays in quotes."""
        raw = self._rows[index].raw
        raw.extend([""] * (column + 1 - len(raw)))
        new = cells.quoted(value, self._separator)
        raw[column] = f'"{new}"' if raw[column].startswith('"') and not new.startswith('"') else new

    @property
    def text(self) -> str:
        """The file."""
        return self._mark + "".join(self._separator.join(row.raw) + row.end for row in self._rows)


def _separator(body: str) -> str:
    """The separator: the one of which the first row has more, outside of quotes."""
    first = re.split(r"[\r\n]", _QUOTED.sub("", body[:_LONGEST_HEADER]), maxsplit=1)[0]
    return ";" if first.count(";") > first.count(",") else ","


def _rows(body: str, separator: str) -> list[_Row]:
    plain = re.compile(rf"[^{separator}\r\n]*")
    rows: list[_Row] = []
    raw: list[str] = []
    place = 0
    while place < len(body) or raw:
        found = (_QUOTED if body.startswith('"', place) else plain).match(body, place)
        if found is None:
            raise UsageError(f"row {len(rows) + 1} of the file has a quote that does not close; export it again")
        raw.append(found[0])
        place = found.end()
        if body.startswith(separator, place):
            place += 1
            continue
        end = _END_OF_LINE.match(body, place)
        if end is None and place < len(body):
            raise UsageError(f"row {len(rows) + 1} of the file has text behind a closing quote; export it again")
        rows.append(_Row(raw, end[0] if end else ""))
        raw, place = [], end.end() if end else place
    return rows


def _value(raw: str) -> str:
    return raw[1:-1].replace('""', '"') if raw.startswith('"') else raw

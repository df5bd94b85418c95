"""Cells of a spreadsheet: text that no spreadsheet executes, and numbers that every one reads.

A cell that begins with `=`, `+`, `-`, `@`, a tab or an end of line is a formula to a spreadsheet, and so is its
full-width twin; an apostrophe before it makes it text. Where a spreadsheet takes `;` for the end of a cell, what
follows one begins a cell. https://owasp.org/www-community/attacks/CSV_Injection

Rows are those of https://www.rfc-editor.org/rfc/rfc4180.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from grader.errors import GraderError
from grader.render.plain import one_line

_FORMULA = re.compile(r"(^|;)(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")  # = + - @, and the full-width ones
_MAX_DECIMALS = 6


def text(value: str) -> str:
    """The text on one line, without control characters, and as text to a spreadsheet too."""
    return _FORMULA.sub(r"\1\2'", one_line(value))


def number(value: float, decimals: int = _MAX_DECIMALS) -> str:
    """The number with at most so many decimals, and no needless ones: 7, 7.5, -0.25.

    Raises GraderError for what is no finite number.
    """
    if not math.isfinite(value):
        raise GraderError(f"{value} points cannot be exported: they are no finite number")
    rounded = round(value, decimals) + 0.0  # adding zero makes -0.0 a plain 0
    shown = f"{rounded:.{decimals}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def quoted(value: str, separator: str = ",") -> str:
    """A cell as it stands in a file: in quotes where it has to be."""
    if any(character in value for character in (separator, '"', "\r", "\n")):
        return '"' + value.replace('"', '""') + '"'
    return value


def row(cells: Iterable[str]) -> str:
    """A line of a file."""
    return ",".join(quoted(cell) for cell in cells) + "\r\n"

"""Cells: nothing in them is executed, and numbers are numbers."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import GraderError
from grader.render import cells

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20a",
    "\t=1",
    "\r\n=1",
    "  =1",
    "\x00=1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_execute_becomes_text(text) -> None:
    assert cells.text(text).startswith("'")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('=1+2";=1+2', "'=1+2\";'=1+2"),  # the examples of OWASP's page
        ("=1+2'\" ;,=1+2", "'=1+2'\" ;,=1+2"),
        ("a; -b;@c", "a; '-b;'@c"),
    ],
)
def test_what_would_begin_a_cell_behind_a_semicolon_is_text_too(text, shown) -> None:
    assert cells.text(text) == shown


@pytest.mark.parametrize("text", ["Ada", "a=b", "exercise_03", "x - y", "", "Ünï", "'quoted"])
def test_plain_text_stays_as_it_is(text) -> None:
    assert cells.text(text) == text


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (7.0, 2, "7"),
        (7.5, 2, "7.5"),
        (10 / 3, 2, "3.33"),
        (10 / 3, 6, "3.333333"),
        (-0.0, 2, "0"),
        (-0.001, 2, "0"),
        (0.1 + 0.2, 6, "0.3"),
        (100.0, 0, "100"),
        (1e15, 2, "1000000000000000"),
        (1e-9, 6, "0"),
    ],
)
def test_numbers_have_no_needless_decimals(value, decimals, shown) -> None:
    assert cells.number(value, decimals) == shown


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_finite_number_is_an_error_and_never_a_cell(value) -> None:
    with pytest.raises(GraderError, match="no finite number"):
        cells.number(value)


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=4))
def test_a_row_comes_back_as_it_went_in(texts) -> None:
    line = cells.row(texts)
    assert next(csv.reader(io.StringIO(line, newline=""))) == texts

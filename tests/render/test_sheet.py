"""A file of somebody else's: what is not changed is the same, to the byte."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.render.sheet import Sheet

ODD = [
    "",
    "\n",
    "a",
    "a,b\n1,2\n",
    "a,b\r\n1,2\r\n",
    "a,b\r1,2\r",
    "\ufeffa,b\n1,2",
    'a,"b, c"\n"1","2 ""x"""\n',
    '"two\nlines",b\n1,\n',
    "a;b\n1;2,5\n",
    "a,b\n\n1,2\n\n",
    'a,b\n1,x"y\n',
    "a,\n,\n",
]


@pytest.mark.parametrize("content", ODD)
def test_a_file_in_which_nothing_is_changed_stays_the_same_to_the_byte(content) -> None:
    assert Sheet(content).text == content


@pytest.mark.parametrize("content", [each for each in ODD if "\ufeff" not in each and ";" not in each])
def test_the_values_are_those_that_a_csv_reader_finds(content) -> None:
    sheet = Sheet(content)
    expected = [row or [""] for row in csv.reader(io.StringIO(content, newline=""))]
    assert [sheet.row(index) for index in range(len(sheet))] == expected


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=5), min_size=1, max_size=4), max_size=5))
def test_whatever_a_csv_writer_wrote_is_read_and_kept(rows) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    content = file.getvalue()
    sheet = Sheet(content)
    assert sheet.text == content
    if content.count(";") == 0 and not content.startswith("\ufeff"):
        assert [sheet.row(index) for index in range(len(sheet))] == rows


def test_a_cell_that_is_changed_is_quoted_where_it_was_or_has_to_be() -> None:
    sheet = Sheet('a,b,c\r\n"1",2,3\r\n')
    sheet.change(1, 0, "7")
    sheet.change(1, 1, 'x, "y"')
    assert sheet.text == 'a,b,c\r\n"7","x, ""y""",3\r\n'
    assert sheet.value(1, 1) == 'x, "y"'


def test_a_cell_beyond_the_end_of_a_row_is_empty_and_can_be_filled() -> None:
    sheet = Sheet("a;b;c\n1\n")
    assert sheet.value(1, 2) == ""
    sheet.change(1, 2, "7.5")
    assert sheet.text == "a;b;c\n1;;7.5\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('a,b\n"1,2\n', "row 2 of the file has a quote that does not close"),
        ('"a"x,b\n', "row 1 .* behind a closing quote"),
    ],
)
def test_quotes_that_do_not_close_are_told(content, message) -> None:
    with pytest.raises(UsageError, match=message):
        Sheet(content)

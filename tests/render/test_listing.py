"""The student's source, line by line."""

from __future__ import annotations

import time

import pytest

from grader.render.listing import listing
from grader.report import Cell, Report


def _with_source(report: Report, source: str, *cells: Cell) -> Report:
    return report.model_copy(update={"source": source, "cells": cells})


def test_a_file_is_one_part_with_its_own_line_numbers(failed: Report) -> None:
    (part,) = listing(failed)
    assert part.cell is None
    assert [line.number for line in part.lines] == list(range(1, 18))
    assert part.lines[10].anchor == "line-11"


def test_a_diagnosis_is_a_note_at_its_line(failed: Report) -> None:
    (part,) = listing(failed)
    assert {line.number for line in part.lines if line.notes} == {11}
    assert part.lines[10].notes == failed.diagnosis


def test_a_notebook_is_a_part_for_each_cell_each_counting_from_one(notebook: Report) -> None:
    second, fifth = listing(notebook)
    assert (second.cell, len(second.lines)) == (2, 6)
    assert (fifth.cell, [line.anchor for line in fifth.lines]) == (5, ["cell-5-line-1", "cell-5-line-2"])
    assert second.lines[5].notes == notebook.diagnosis[:1]
    assert fifth.lines[1].notes == notebook.diagnosis[1:]


def test_no_source_is_no_part(failed: Report) -> None:
    assert listing(_with_source(failed, " \n")) == ()


def test_leading_blank_lines_keep_their_numbers(failed: Report) -> None:
    (part,) = listing(_with_source(failed, "\n\nx"))
    assert [line.code.striptags() for line in part.lines] == ["", "", "x"]


def test_a_string_over_several_lines_is_whole_on_each(failed: Report) -> None:
    (part,) = listing(_with_source(failed, '"""a\nb"""'))
    assert [line.code.count("<span") - line.code.count("</span>") for line in part.lines] == [0, 0]


def test_cells_out_of_order_and_beyond_the_end_lose_no_line(failed: Report) -> None:
    report = _with_source(failed, "a\nb\nc", Cell(number=9, first_line=7), Cell(number=1, first_line=2))
    assert [(part.cell, len(part.lines)) for part in listing(report)] == [(1, 3), (9, 0)]


@pytest.mark.parametrize(
    "source", ["x = 1\n" * 30_000, "x" * 600, " \n" * 20_000 + "x", "'\\N{" * 20_000, "\t \n" * 20_000 + "x"]
)
def test_a_source_made_to_be_slow_is_not(failed: Report, source: str) -> None:
    start = time.process_time()
    (part,) = listing(_with_source(failed, source))
    assert len(part.lines) == len(source.rstrip().split("\n"))
    assert time.process_time() - start < 5

"""Observed values as a report shows them."""

from __future__ import annotations

import numpy as np
import pytest
from builders import array, tensor

from grader.comparison import Mismatch, compare
from grader.evidence import TABLE_CELLS, TABLE_COLUMNS, evidence, shown
from grader.observation import Error, Flag, Mapping, Nothing, Number, Opaque, Sequence, Tensor, Text
from grader.report import Evidence, Shown


@pytest.mark.parametrize(
    ("value", "rows"),
    [
        (tensor(1.25), (("1.25",),)),
        (tensor([1.0, 1 / 3]), (("1", "0.333333"),)),
        (tensor([[1, 2], [3, 4]], "int64"), (("1", "2"), ("3", "4"))),
        (array([True, False], "bool"), (("True", "False"),)),
        (tensor([1 - 2j], "complex64"), (("1-2j",),)),
        (tensor([np.nan, np.inf, -0.0]), (("nan", "inf", "0"),)),
        (tensor([0.1], "bfloat16"), (("0.1",),)),
        (tensor(np.zeros((3, 1))), (("0",),) * 3),
        (tensor(np.zeros((TABLE_CELLS // TABLE_COLUMNS, TABLE_COLUMNS))), (("0",) * TABLE_COLUMNS,) * 12),
    ],
)
def test_a_small_tensor_is_a_table(value, rows) -> None:
    assert shown(value).rows == rows


@pytest.mark.parametrize(
    "value",
    [
        tensor(np.zeros(TABLE_COLUMNS + 1)),
        tensor(np.zeros((TABLE_CELLS // TABLE_COLUMNS + 1, TABLE_COLUMNS))),
        tensor(np.zeros((TABLE_CELLS + 1, 1))),
        tensor(np.zeros((1, 1, 1))),
        tensor(np.zeros((0, 3))),
        Tensor("float32", (2,), None, device="meta"),
        Tensor("float64", (2**62, 0), b""),
    ],
)
def test_a_large_a_deep_and_an_empty_tensor_have_no_table(value) -> None:
    assert shown(value).rows == ()
    assert shown(value).text.startswith("a tensor of shape [")


@pytest.mark.parametrize(
    ("value", "text", "rows"),
    [
        (None, "nothing was observed", ()),
        (Number(3), "the number 3", ()),
        (Text("a"), "the text 'a'", ()),
        (Error("ValueError", "no", 3), "ValueError: no (line 3)", ()),
        (Opaque("Foo"), "something of type Foo", ()),
        (Sequence((Number(1), Flag(value=True), Nothing())), "a list of 3", (("1", "True", "None"),)),
        (Sequence((Number(1),) * 13), "a list of 13", ()),
        (Sequence((tensor([1.0]), Number(2))),
         "a list of 2: a tensor of shape [1] and dtype float64; the number 2", ()),
        (Sequence((Text("a"),) * 13), "a list of 13", ()),
        (Sequence(()), "a list of 0", ()),
        (Mapping(()), "a dict of 0", ()),
        (Mapping(((Text("a"), Number(1)), (Number(2), Text("b")), (Flag(value=True), Nothing()))),
         "a dict of 3: a: the number 1; 2: the text 'b'; True: None", ()),
        (Mapping(tuple((Number(key), Nothing()) for key in range(13))), "a dict of 13", ()),
    ],
)  # fmt: skip
def test_everything_has_a_line_of_text(value, text, rows) -> None:
    assert shown(value) == Shown(text=text, rows=rows)


def evidence_of(expected, found) -> Evidence:
    (mismatch,) = compare("y", expected, found)
    return evidence(mismatch)


def test_the_cells_that_differ_are_marked_by_row_and_column() -> None:
    found = evidence_of(tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), tensor([[1.0, 2.0, 9.0], [9.0, 5.0, 6.0]]))
    assert found.differs == ((0, 2), (1, 0))
    assert found.found.rows == (("1", "2", "9"), ("9", "5", "6"))
    assert (
        found.message
        == "2 of 6 elements differ; greatest difference 6 at [0, 2] (expected 3, found 9, allowed 3.1e-08)"
    )


def test_a_scalar_is_one_cell_and_a_vector_one_row() -> None:
    assert evidence_of(tensor(1.0), tensor(2.0)).differs == ((0, 0),)
    assert evidence_of(tensor([1.0, 2.0]), tensor([1.0, 3.0])).differs == ((0, 1),)


def test_no_cells_are_marked_where_the_tables_differ_in_shape_or_are_not_there() -> None:
    assert evidence_of(tensor([1.0, 2.0]), tensor([1.0])).differs == ()
    assert evidence_of(tensor(np.zeros(500)), tensor(np.ones(500))) == Evidence(
        name="y",
        message="500 of 500 elements differ; greatest difference 1 at [0] (expected 0, found 1, allowed 1e-10)",
        expected=Shown(text="a tensor of shape [500] and dtype float64"),
        found=Shown(text="a tensor of shape [500] and dtype float64"),
    )


def test_values_of_two_kinds_are_shown_by_their_words_alone() -> None:
    found = evidence_of(tensor([1.0]), array([1.0]))
    assert (found.expected.rows, found.found.rows) == ((), ())


def test_what_was_not_observed_is_shown_as_such() -> None:
    found = evidence(Mismatch("y", "was not observed", Number(1), None))
    assert (found.expected.text, found.found.text) == ("the number 1", "nothing was observed")

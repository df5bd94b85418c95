"""When two observed values agree, and what is said where they do not."""

from __future__ import annotations

import math

import numpy as np
import pytest
import strategies
from builders import array, tensor
from hypothesis import example, given
from hypothesis import strategies as st

from grader.comparison import MASK_ELEMENTS, TOLERANCES, array_of, compare, differences, same, stated_value
from grader.evidence import evidence
from grader.exercise import Tolerance
from grader.observation import Error, Flag, Mapping, Nothing, Number, Opaque, Sequence, Tensor, Text
from grader.observation.values import STORED
from grader.phrases import in_words

NAN, INF = math.nan, math.inf


def messages(expected, found, **tolerance) -> list[str]:
    return [f"{each.name}: {each.message}" for each in compare("y", expected, found, Tolerance(**tolerance))]


def message(expected, found, **tolerance) -> str:
    (only,) = messages(expected, found, **tolerance)
    return only.removeprefix("y: ")


# An attribute before a value


@pytest.mark.parametrize(
    ("expected", "found", "said"),
    [
        (tensor([1.0]), array([1.0]),
         "expected a tensor of shape [1] and dtype float64, found a NumPy array of shape [1] and dtype float64"),
        (array([1.0]), tensor([1.0]),
         "expected a NumPy array of shape [1] and dtype float64, found a tensor of shape [1] and dtype float64"),
        (tensor(1.0), Number(1.0), "expected a tensor of shape [] and dtype float64, found the number 1"),
        (Number(1.0), tensor(1.0), "expected the number 1, found a tensor of shape [] and dtype float64"),
        (Number(1), Flag(value=True), "expected the number 1, found True"),
        (Flag(value=True), Number(1), "expected True, found the number 1"),
        (Flag(value=True), Flag(value=False), "expected True, found False"),
        (Nothing(), Number(0), "expected None, found the number 0"),
        (tensor([1.0]), Nothing(), "expected a tensor of shape [1] and dtype float64, found None"),
        (tensor([1.0]), Sequence((Number(1),)),
         "expected a tensor of shape [1] and dtype float64, found a list of 1"),
        (Sequence(()), Mapping(()), "expected a list of 0, found a dict of 0"),
        (Text("a"), Text("b"), "expected the text 'a', found the text 'b'"),
        (Text("a" * 81), Text("'"), f"expected the text '{'a' * 80}'…, found the text \"'\""),
        (Number(1), Opaque("Foo"), "expected the number 1, found something of type Foo"),
        (Opaque("Foo"), Opaque("Foo", "too large"),
         "expected something of type Foo, found something of type Foo (too large)"),
        (tensor([1.0]), Error("ValueError", "no\nmore", 3),
         "expected a tensor of shape [1] and dtype float64, found ValueError: no (line 3)"),
    ],
)  # fmt: skip
def test_the_kind_comes_first(expected, found, said) -> None:
    assert message(expected, found) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (tensor([[1, 2]], "int64", device="meta"), "expected a tensor with device cpu, found meta"),
        (tensor([[1, 2]], "int64", layout="sparse_coo"), "expected a tensor with layout strided, found sparse_coo"),
        (tensor([[1, 2]], "int64"), "expected shape [2], found [1, 2]"),
        (tensor([1, 2], "int64"), "expected dtype float32, found int64"),
        (
            Tensor("float32", (2,), None),
            (
                "expected a tensor of shape [2] and dtype float32, "
                "found a tensor of shape [2] and dtype float32 without elements"
            ),
        ),
        (
            tensor([1, 5], "float32"),
            "1 of 2 elements differ; greatest difference 3 at [1] (expected 2, found 5, allowed 2.2e-05)",
        ),
    ],
)
def test_of_a_tensor_the_place_then_the_shape_then_the_dtype_then_the_elements_are_looked_at(found, said) -> None:
    assert message(tensor([1, 2], "float32"), found) == said


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (tensor([1.0], layout="sparse_coo"), "a sparse coo tensor of shape [1] and dtype float64"),
        (Tensor("float32", (2,), None, device="meta"), "a tensor of shape [2] and dtype float32 on meta"),
        (Number(2**70), "the number 1180591620717411303424"),
        (Number(1 / 3), "the number 0.333333"),
        (Number(1 / 3 - 2j), "the number 0.333333-2j"),
    ],
)
def test_a_value_has_words(value, words) -> None:
    assert in_words(value) == words


# How far numbers may be off


@pytest.mark.parametrize("dtype", TOLERANCES)
def test_an_element_may_be_off_by_its_dtypes_tolerance_and_no_further(dtype) -> None:
    relative, share = TOLERANCES[dtype]
    kind = np.dtype(STORED[dtype].numpy).type
    inside = kind(1 + relative + share)
    while np.float64(inside) - 1 > relative + share:
        inside = np.nextafter(inside, kind(0))
    outside = np.nextafter(inside, kind(2))
    assert inside > 1
    assert messages(tensor([1.0], dtype), tensor([inside], dtype)) == []
    assert messages(tensor([1.0], dtype), tensor([outside], dtype)) != []
    assert messages(tensor([1.0], dtype), tensor([2 - inside - 2 * (outside - inside)], dtype)) != []


@pytest.mark.parametrize("dtype", TOLERANCES)
def test_a_small_element_may_be_off_by_a_share_of_the_greatest(dtype) -> None:
    relative, share = TOLERANCES[dtype]
    expected = tensor([256.0, 0.0], dtype)
    assert messages(expected, tensor([256.0, 256 * share * 0.9], dtype)) == []
    assert messages(expected, tensor([256.0, 256 * share * 1.1], dtype)) != []
    assert messages(expected, tensor([256 * (1 + 0.9 * relative), 0.0], dtype)) == []


@pytest.mark.parametrize("dtype", TOLERANCES)
def test_where_all_is_zero_the_scale_is_one(dtype) -> None:
    share = TOLERANCES[dtype][1]
    assert messages(tensor([0.0, 0.0], dtype), tensor([0.0, share * 0.9], dtype)) == []
    assert messages(tensor([0.0, 0.0], dtype), tensor([0.0, share * 1.1], dtype)) != []


@pytest.mark.parametrize("dtype", sorted(set(STORED) - set(TOLERANCES) - {"bool"}))
def test_a_dtype_without_tolerance_is_exact(dtype) -> None:
    assert same(tensor([100, 3], dtype), tensor([100, 3], dtype))
    assert not same(tensor([100, 3], dtype), tensor([100, 4], dtype))


def test_the_precision_of_float32_is_not_enough_for_float64() -> None:
    numbers = np.linspace(0.1, 1.0, 7)
    assert not same(tensor(numbers), tensor(numbers.astype("f4")))
    assert same(tensor(numbers), tensor(numbers * (1 + 4e-16)))


FLOAT32 = "; it has the precision of float32, not of float64"


def test_a_number_that_was_float32_on_the_way_is_said_to_be_so() -> None:
    assert message(Number(1.78309556), Number(float(np.float32(1.78309556)))) == (
        f"expected 1.7831, found {float(np.float32(1.78309556))!r}; it has the precision of float32, not of float64"
    )
    added_up = float(np.float32(0.1) + np.float32(0.2) + np.float32(0.3))
    assert message(Number(0.1 + 0.2 + 0.3), Number(added_up)).endswith(FLOAT32)


@pytest.mark.parametrize("made", [tensor, array])
def test_elements_that_were_float32_on_the_way_are_said_to_be_so(made) -> None:
    numbers = np.array([0.1, NAN, INF, 0.0, 2.0])
    found = message(made(numbers), made(numbers.astype("f4").astype("f8")))
    assert found.startswith("1 of 5 elements differ; greatest difference 1.49e-09 at [0] (expected 0.1, found 0.1, ")
    assert found.endswith(FLOAT32)


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ([0.1, 0.2], [0.1 + 1e-7, 0.2]),  # no float32 numbers
        ([2.0000002], [2.0]),  # as round as this, it may be by chance
        ([0.1, 0.2], np.float32([0.2, 0.1])),  # wrong in float32, too
        ([1e300], [INF]),
        ([NAN], np.float32([0.1])),
    ],
)
def test_what_is_wrong_in_another_way_is_not_laid_to_float32(expected, found) -> None:
    assert "float32" not in message(tensor(expected), tensor(found))


@pytest.mark.parametrize(
    ("expected", "found"), [(2, 2.000000238418579), (0.1, 0.1 + 0j), (2.0000002, 2), (0.1, 10**400), (NAN, 0.1)]
)
def test_of_other_kinds_of_numbers_nothing_is_said_of_float32(expected, found) -> None:
    assert "float32" not in "".join(messages(Number(expected), Number(found)))


def test_real_and_imaginary_part_count_together() -> None:
    assert same(tensor([3 + 4j], "complex128"), tensor([3 + 4j + 4e-8j], "complex128"))
    assert not same(tensor([3 + 4j], "complex128"), tensor([3 + 4j + 6e-8j], "complex128"))
    assert message(tensor([1 + 2j], "complex64"), tensor([1 - 2j], "complex64")) == (
        "its one element differs; greatest difference 4 at [0] (expected 1+2j, found 1-2j, allowed 2.5e-05)"
    )


non_zero = st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=6).filter(any)


@given(non_zero, st.sampled_from(["float64", "float32", "complex128", "complex64"]))
def test_zeros_never_pass_for_anything_else(numbers, dtype) -> None:
    with np.errstate(over="ignore"):
        expected = tensor(numbers, dtype)
    if np.isfinite(array_of(expected)).all() and array_of(expected).any():
        assert not same(expected, tensor(np.zeros(len(numbers)), dtype))


near = st.floats().flatmap(lambda x: st.tuples(st.just(x), st.sampled_from([x, x * (1 + 9e-9), x * (1 + 2e-8), 0.0])))
tolerances = st.sampled_from([None, Tolerance(relative=1e-3), Tolerance(absolute=1e-9), Tolerance(relative=0.0)])


@given(near, tolerances)
def test_a_number_is_as_close_as_a_tensor_of_one_element(pair, tolerance) -> None:
    expected, found = pair
    assert same(Number(expected), Number(found), tolerance) == same(tensor(expected), tensor(found), tolerance)


@given(st.integers(-300, 300), st.lists(st.floats(-1, 1), max_size=5))
def test_how_close_is_close_does_not_depend_on_the_unit(exponent, others) -> None:
    unit = 10.0**exponent
    numbers = np.array([1.0, *others]) * unit
    assert not same(tensor(numbers), tensor(np.zeros_like(numbers)))
    assert same(tensor(numbers), tensor(numbers * (1 + 1e-10)))
    assert not same(tensor(numbers), tensor(numbers * (1 + 1e-7)))


@pytest.mark.parametrize(
    ("expected", "found", "agree"),
    [
        ([NAN, 1], [NAN, 1], True),
        ([NAN, 1], [1, 1], False),
        ([1, 1], [NAN, 1], False),
        ([INF, 1], [INF, 1], True),
        ([INF, 1], [-INF, 1], False),
        ([INF, 1], [1e308, 1], False),
        ([INF, 1], [NAN, 1], False),
        ([1, 1], [INF, 1], False),
        ([1e308, 1], [-1e308, 1], False),
        ([INF, 1], [INF, 2], False),
        ([INF, 1], [INF, 1 + 1e-9], True),
        ([INF, NAN], [INF, NAN], True),
        ([-0.0], [0.0], True),
    ],
)
@pytest.mark.parametrize("dtype", ["float64", "complex128"])
def test_nan_equals_nan_and_an_infinity_itself_and_nothing_else_does(expected, found, agree, dtype) -> None:
    assert same(tensor(expected, dtype), tensor(found, dtype)) is agree
    assert same(array(expected, dtype), array(found, dtype)) is agree


@pytest.mark.parametrize(
    ("dtype", "bits"), [("float16", "017c"), ("float32", "0100807f"), ("complex64", "0100807f" * 2)]
)
def test_a_signalling_nan_is_a_nan_and_raises_no_warning(dtype, bits) -> None:
    nan = Tensor(dtype, (1,), bytes.fromhex(bits))
    assert same(nan, nan)
    assert message(tensor([1], dtype), nan).startswith("its one element differs; for example at [0]: expected 1")
    (mismatch,) = compare("y", tensor([1], dtype), nan)
    assert "nan" in evidence(mismatch).found.rows[0][0]


def test_a_large_tolerance_does_not_let_a_nan_pass() -> None:
    assert not same(tensor([1.0]), tensor([NAN]), Tolerance(absolute=1e300))
    assert not same(tensor([NAN]), tensor([1.0]), Tolerance(absolute=1e300))
    assert same(tensor([1.0]), tensor([-1e299]), Tolerance(absolute=1e300))


@pytest.mark.parametrize(
    ("tolerance", "found", "agree"),
    [
        ({"relative": 0.1}, 10.99, True),
        ({"relative": 0.1}, 11.01, False),
        ({"absolute": 2.0}, 12.0, True),
        ({"absolute": 2.0}, 12.01, False),
        ({"absolute": 0.0, "relative": 0.0}, 10 + 1e-14, False),
        ({"absolute": 0.0}, 10 + 0.9e-7, True),
        ({"absolute": 0.0}, 10 + 1.1e-7, False),
        ({"relative": 0.0}, 10 + 0.9e-9, True),
    ],
)
def test_an_exercise_may_say_how_far_its_numbers_may_be_off(tolerance, found, agree) -> None:
    assert same(tensor([10.0]), tensor([found]), Tolerance(**tolerance)) is agree
    assert same(Number(10.0), Number(found), Tolerance(**tolerance)) is agree


def test_integers_are_exact_unless_the_exercise_says_how_far_they_may_be_off() -> None:
    assert message(tensor([1, 2**60], "int64"), tensor([1, 2**60 + 1], "int64")) == (
        "1 of 2 elements differ; for example at [1]: expected 1152921504606846976, found 1152921504606846977"
    )
    assert message(tensor([200, 7], "uint8"), tensor([10, 7], "uint8")) == (
        "1 of 2 elements differ; greatest difference 190 at [0] (expected 200, found 10)"
    )
    assert same(tensor([10], "int64"), tensor([11], "int64"), Tolerance(relative=0.1))
    assert not same(tensor([10], "int64"), tensor([12], "int64"), Tolerance(absolute=1.0))


# What is said of elements that differ


@pytest.mark.parametrize(
    ("expected", "found", "said"),
    [
        (tensor(1.0), tensor(1.5),
         "its one element differs; greatest difference 0.5 (expected 1, found 1.5, allowed 1e-08)"),
        (tensor([[0.0, 1.0], [2.0, 3.0]]), tensor([[0.1, 1.0], [2.0, 5.0]]),
         "2 of 4 elements differ; greatest difference 2 at [1, 1] (expected 3, found 5, allowed 3e-08)"),
        (tensor([1.0, 2.0]), tensor([3.0, NAN]),
         "2 of 2 elements differ; for example at [1]: expected 2, found nan"),
        (tensor([INF]), tensor([0.0]), "its one element differs; for example at [0]: expected inf, found 0"),
        (tensor([True, False], "bool"), tensor([True, True], "bool"),
         "1 of 2 elements differ; for example at [1]: expected False, found True"),
    ],
)  # fmt: skip
def test_it_is_said_how_many_elements_differ_how_far_and_where(expected, found, said) -> None:
    assert message(expected, found) == said


def test_the_elements_that_differ_are_listed_up_to_a_cap() -> None:
    (mismatch,) = compare("y", tensor(np.zeros((2, 2))), tensor([[0, 1], [1, 0]]))
    assert mismatch.differs == (1, 2)
    (mismatch,) = compare("y", tensor(np.zeros(5000)), tensor(np.ones(5000)))
    assert mismatch.differs == tuple(range(MASK_ELEMENTS))


def test_tensors_without_elements_agree_where_their_attributes_do() -> None:
    meta = Tensor("float32", (2**40, 2**40), None, device="meta")
    assert same(meta, meta)
    assert same(tensor(np.zeros((0, 3))), tensor(np.zeros((0, 3))))
    assert message(tensor(np.zeros((0, 3))), tensor(np.zeros((3, 0)))) == "expected shape [0, 3], found [3, 0]"
    with pytest.raises(ValueError, match=r"^the value has no elements$"):
        array_of(meta)


def test_what_is_allowed_is_given_for_each_element() -> None:
    allowed, differs = differences(np.array([1.0, INF]), np.array([1.5, INF]), "float64", Tolerance(absolute=0.25))
    assert allowed.tolist() == [0.25 + 1e-8, 0.0]
    assert differs.tolist() == [True, False]


# Numbers


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        (3, 3.0), (3.0, 3), (0.3, 0.1 + 0.2), (0, -0.0), (2**70, 2**70), (2.0**70, 2**70), (NAN, NAN), (INF, INF),
        (1 + 2j, 1 + 2j), (1 + 0j, 1), (1j, 1j + 1e-12), (-INF, -(10**400)), (10**400, 10**400), (complex(1, NAN),) * 2,
    ],
)  # fmt: skip
def test_numbers_agree_whatever_they_are_kept_in(expected, found) -> None:
    assert messages(Number(expected), Number(found)) == []


@pytest.mark.parametrize(
    ("expected", "found", "said"),
    [
        (3, 4, "expected 3, found 4"),
        (3, 3.0000001, "expected 3, found 3.0000001"),
        (2**70, 2**70 + 1, "expected 1180591620717411303424, found 1180591620717411303425"),
        (0.5, 0.25, "expected 0.5, found 0.25"),
        (1.0, 1.0001, "expected 1, found 1.0001"),
        (1.0, 1.0000001, "expected 1, found 1.0000001"),
        (1.0, NAN, "expected 1, found nan"),
        (NAN, 1.0, "expected nan, found 1"),
        (1.0, INF, "expected 1, found inf"),
        (1.5, 10**400, f"expected 1.5, found {10**400}"),
        (1, 1 + 0j, "expected 1, found 1+0j"),
        (1.0, 1 + 0j, "expected 1, found 1+0j"),
        (1j, 1.0, "expected 0+1j, found 1"),
        (1e-300, 0.0, "expected 1e-300, found 0"),
    ],
)  # fmt: skip
def test_numbers_that_differ_are_shown_with_the_digits_it_takes(expected, found, said) -> None:
    assert message(Number(expected), Number(found)) == said


def test_an_integer_is_exact_unless_the_exercise_says_how_far_it_may_be_off() -> None:
    assert not same(Number(100), Number(100.0000001))
    assert same(Number(100), Number(101), Tolerance(absolute=1.0))
    assert not same(Number(100), Number(102), Tolerance(absolute=1.0))
    assert not same(Number(100), Number(100 + 0j), Tolerance(absolute=1.0))


# What holds other values


def test_lists_are_compared_item_by_item() -> None:
    expected = Sequence((Number(1), Sequence((tensor([1.0]), Text("a")))))
    assert messages(expected, expected) == []
    assert messages(expected, Sequence((Number(2), Sequence((tensor([1]), Text("b")))))) == [
        "y[0]: expected 1, found 2",
        "y[1][1]: expected the text 'a', found the text 'b'",
    ]


@pytest.mark.parametrize(
    ("length", "said"), [(0, "2 items, found 0"), (1, "2 items, found 1"), (3, "2 items, found 3")]
)
def test_a_list_of_another_length_is_one_mismatch(length, said) -> None:
    assert message(Sequence((Number(1),) * 2), Sequence((Number(1),) * length)) == f"expected {said}"
    assert message(Sequence((Number(1),)), Sequence(())) == "expected 1 item, found 0"


def test_the_order_of_a_dict_does_not_matter_its_keys_and_values_do() -> None:
    one, two = (Text("a"), Number(1)), (Number(2), tensor([1.0]))
    assert messages(Mapping((one, two)), Mapping((two, one))) == []
    assert messages(Mapping((one, two)), Mapping(((Text("a"), Number(3)), (Text("c"), Number(1))))) == [
        "y['a']: expected 1, found 3",
        "y[the number 2]: is missing",
        "y: has a key too many: 'c'",
    ]


def test_errors_agree_by_their_type() -> None:
    expected = Error("ValueError", "one text", 3)
    assert messages(expected, Error("ValueError", "another", 9)) == []
    assert message(expected, Error("TypeError", "another")) == "expected ValueError, found TypeError: another"


def test_things_of_which_only_the_type_is_known_agree_by_it() -> None:
    assert same(Opaque("Foo"), Opaque("Foo"))
    assert not same(Opaque("Foo"), Opaque("Bar"))


# Values that an exercise states


def test_what_an_exercise_states_becomes_a_value() -> None:
    assert stated_value({"a": [1, 2.5, None, "c"], "b": True}) == Mapping(
        (
            (Text("a"), Sequence((Number(1), Number(2.5), Nothing(), Text("c")))),
            (Text("b"), Flag(value=True)),
        )
    )
    with pytest.raises(TypeError, match=r"^bytes cannot be stated$"):
        stated_value(b"")


# Whatever is compared


@given(strategies.values, strategies.values)
@example(Error("", ""), Nothing())  # a class may have an empty name
def test_any_two_values_can_be_compared_and_shown(expected, found) -> None:
    for mismatch in compare("y", expected, found):
        assert mismatch.message
        assert evidence(mismatch).expected.text


@given(st.sampled_from(list(STORED)).flatmap(lambda dtype: st.tuples(strategies.tensors((dtype,)), st.binary())))
def test_any_two_tensors_of_one_shape_and_dtype_can_be_compared(drawn) -> None:
    expected, filling = drawn
    data = (filling * (len(expected.data) // max(1, len(filling)) + 1))[: len(expected.data)]
    if expected.dtype == "bool" or len(data) < len(expected.data):
        data = bytes(len(expected.data))
    found = Tensor(expected.dtype, expected.shape, data)
    for mismatch in compare("y", expected, found):
        assert mismatch.differs
        assert evidence(mismatch).message


@given(strategies.tensors())
def test_every_tensor_agrees_with_itself(value) -> None:
    assert same(value, value)

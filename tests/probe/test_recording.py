"""Any object becomes a value that says exactly what it held, or is named; a student's own methods are never asked."""

from __future__ import annotations

import math
from collections import OrderedDict, defaultdict
from typing import NamedTuple

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.comparison import array_of
from grader.errors import WireError
from grader.observation import (
    Array,
    CaseSeen,
    Error,
    Flag,
    FrameReader,
    Mapping,
    Nothing,
    Number,
    Opaque,
    Sequence,
    Tensor,
    Text,
    Trial,
    encode,
)
from grader.observation.values import STORED
from grader.probe.recording import ITEMS, Recorder, fit

pytestmark = [  # what torch says, once a process, of types and functions that it is trying out or retiring
    pytest.mark.filterwarnings("ignore::UserWarning"),
]

DTYPES = sorted({thing for thing in vars(torch).values() if isinstance(thing, torch.dtype)}, key=str)
QUANTISED = (torch.qint8, torch.quint8, torch.qint32)


def record(thing):
    return Recorder().value(thing)


def elements(thing):
    """What a recorded tensor or array decodes to, after it went over the wire."""
    return array_of(over_the_wire(record(thing)))


def over_the_wire(value):
    frame = CaseSeen(0, 0, (Trial((("it", value),)),), 0.0)
    (arrived,) = FrameReader().feed(encode(frame))
    return arrived.trials[0].values[0][1]


def same(found, expected):
    return found.dtype == expected.dtype and found.shape == expected.shape and np.array_equal(found, expected)


# Tensors of every dtype


def of_dtype(dtype):
    """A small tensor, and what must arrive: 0, 1, 2, 3 in whatever the dtype can hold."""
    if dtype in QUANTISED:
        numbers = torch.tensor([0.0, 1.0, 2.0, 3.0])
        return torch.quantize_per_tensor(numbers, 0.5, 0, dtype), numbers.numpy()
    counting = torch.arange(4)
    if dtype is torch.bool:
        return counting > 1, np.array([False, False, True, True])
    if dtype.is_complex:
        tensor = torch.complex(counting.float(), -counting.float()).to(dtype)
        return tensor, tensor.to(torch.complex128 if dtype is torch.complex128 else torch.complex64).numpy()
    if dtype is torch.float8_e8m0fnu:  # powers of two alone
        return torch.tensor([1.0, 2.0, 4.0, 8.0]).to(dtype), np.array([1, 2, 4, 8], np.float32)
    tensor = counting.to(dtype)
    name = str(dtype).removeprefix("torch.")
    return tensor, np.arange(4).astype(STORED[name].numpy)


@pytest.mark.parametrize("dtype", [dtype for dtype in DTYPES if str(dtype).removeprefix("torch.") in STORED], ids=str)
def test_a_tensor_of_each_dtype_that_is_kept_arrives_as_it_was(dtype):
    tensor, expected = of_dtype(dtype)
    value = record(tensor)
    assert (value.dtype, value.shape, value.layout, value.device) == (
        str(dtype).removeprefix("torch."),
        (4,),
        "strided",
        "cpu",
    )
    assert same(elements(tensor), expected)


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_a_tensor_of_any_dtype_at_all_is_recorded_or_named(dtype):
    value = record(torch.empty(3, dtype=dtype))
    name = str(dtype).removeprefix("torch.")
    if dtype in QUANTISED:  # empty() makes one without a scale
        assert value == Opaque("Tensor", "its elements cannot be read")
    elif name in STORED:
        assert (value.dtype, len(value.data)) == (name, 3 * STORED[name].size * STORED[name].parts)
    else:
        assert value == Tensor(name, (3,), None)
    assert over_the_wire(value) == value


def test_bfloat16_is_widened_without_loss():
    tensor = torch.tensor([1 / 3, -2e38, math.inf]).bfloat16()
    assert same(elements(tensor), tensor.float().numpy())


def test_nan_infinities_and_negative_zero_keep_their_bits():
    tensor = torch.tensor([math.nan, math.inf, -math.inf, -0.0], dtype=torch.float64)
    assert record(tensor).data == tensor.numpy().tobytes()


def test_conjugate_and_negative_views_are_written_out():
    z = torch.tensor([1 + 2j, 3 - 4j])
    assert z.conj().is_conj()
    assert same(elements(z.conj()), np.array([1 - 2j, 3 + 4j], np.complex64))
    assert z.conj().imag.is_neg()
    assert same(elements(z.conj().imag), np.array([-2, 4], np.float32))


def test_a_tensor_quantised_by_channel_arrives_as_its_numbers():
    numbers = torch.tensor([[1.0, 2.0], [3.0, 6.0]])
    tensor = torch.quantize_per_channel(numbers, torch.tensor([0.5, 1.0]), torch.tensor([0, 0]), 0, torch.qint8)
    assert same(elements(tensor), numbers.numpy())


# Tensors of every shape and stride

base = torch.arange(24, dtype=torch.float64).reshape(2, 3, 4)
VIEWS = {
    "transposed": lambda t: t.transpose(0, 2),
    "permuted": lambda t: t.permute(1, 2, 0),
    "strided": lambda t: t[:, ::2, 1::2],
    "flipped": lambda t: t.flip(1),
    "expanded": lambda t: t[:1].expand(5, 3, 4),
    "an element": lambda t: t[1, 2, 3],
    "a diagonal": lambda t: t[0].diagonal(),
    "unfolded": lambda t: t.flatten().unfold(0, 5, 2),
    "nothing": lambda t: t[:0],
    "a leaf that requires grad": lambda t: t.clone().requires_grad_(),
    "a result with a graph": lambda t: t.clone().requires_grad_() * 1,
    "a parameter": torch.nn.Parameter,
    "a buffer": torch.nn.Buffer,
    "in inference mode": lambda t: torch.inference_mode()(lambda: t * 1)(),
}


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_arrives_in_the_order_of_its_shape(view):
    tensor = VIEWS[view](base)
    assert same(elements(tensor), tensor.detach().numpy())


@settings(max_examples=50, deadline=None)
@given(
    hnp.arrays(
        st.sampled_from([np.float64, np.float32, np.int64, np.int8, np.bool_, np.complex128]),
        hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
    ),
    st.randoms(use_true_random=False),
)
def test_any_array_arrives_alike_as_a_tensor_and_as_an_array(array, chance):
    axes = list(range(array.ndim))
    chance.shuffle(axes)
    array = array.transpose(axes)
    for thing in (array, torch.from_numpy(array)):
        found = elements(thing)
        assert (found.dtype, found.shape) == (array.dtype, array.shape)
        assert found.tobytes() == array.tobytes()


def test_recording_leaves_the_tensor_and_the_modes_alone():
    x = torch.ones(2, requires_grad=True)
    y = x.exp()
    before = (y.grad_fn, y._version, torch.is_grad_enabled())
    record([x, y])
    assert (y.grad_fn, y._version, torch.is_grad_enabled()) == before
    y.sum().backward()
    assert x.grad is not None


# Tensors that are something else


@pytest.mark.parametrize(
    ("layout", "sparse"),
    [
        ("sparse_coo", base[0].to_sparse),
        ("sparse_csr", base[0].to_sparse_csr),
        ("sparse_csc", base[0].to_sparse_csc),
        ("sparse_bsr", lambda: base[0, :2].to_sparse_bsr((2, 2))),
        ("sparse_coo", lambda: torch.sparse_coo_tensor([[1, 1]], torch.ones(2), (3,)).double()),
    ],
    ids=["coo", "csr", "csc", "bsr", "coo with an index twice"],
)
def test_a_sparse_tensor_is_written_out_dense_and_keeps_its_layout(layout, sparse):
    tensor = sparse()
    assert record(tensor).layout == layout
    assert same(elements(tensor), tensor.to_dense().numpy())


def test_a_meta_tensor_is_named_without_elements():
    assert record(torch.empty(2, 3, device="meta")) == Tensor("float32", (2, 3), None, "strided", "meta")


def test_the_zeros_of_forward_mode_which_are_in_no_memory_are_zeros():
    assert same(elements(torch._efficientzerotensor((3,))), np.zeros(3, np.float32))


class Subclass(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        raise RuntimeError("keep off")


def leaked(transform):
    kept = []
    transform(lambda x: (kept.append(x), x.pow(2).sum())[1])(torch.ones(2, 2) if transform is torch.func.vmap else base)
    return kept[0]


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (lambda: torch.ones(3).as_subclass(Subclass), Opaque("Subclass")),
        (lambda: leaked(torch.func.grad), "a tensor that belongs to a function transform (torch.func) that has ended"),
        (lambda: leaked(torch.func.vmap), "a tensor that belongs to a function transform (torch.func) that has ended"),
        (lambda: torch._to_functional_tensor(torch.ones(3)), "its elements cannot be read"),
        (
            lambda: torch.nested.nested_tensor([torch.ones(1), torch.ones(2)], layout=torch.jagged),
            Opaque("NestedTensor"),
        ),
        (lambda: torch.nested.nested_tensor([torch.ones(1), torch.ones(2)]), "a nested tensor"),
    ],
    ids=["subclass", "leaked from grad", "leaked from vmap", "functional", "jagged", "nested"],
)
def test_what_only_looks_like_a_tensor_is_named(thing, expected):
    assert record(thing()) == (Opaque("Tensor", expected) if isinstance(expected, str) else expected)


def emptied(tensor):
    tensor.untyped_storage().resize_(0)
    return tensor


def emptied_sparse():
    tensor = torch.sparse_coo_tensor([[0, 1]], [1.0, 2.0], (3,))
    emptied(tensor._values())
    return tensor


@pytest.mark.parametrize(
    ("thing", "reason"),
    [
        (lambda: emptied(torch.ones(1000)), "its storage is smaller than its shape"),
        (lambda: emptied(torch.ones(1000)[990:]), "its storage is smaller than its shape"),
        (
            lambda: emptied(torch.quantize_per_tensor(torch.ones(9), 0.1, 0, torch.qint8)),
            "its storage is smaller than its shape",
        ),
        (emptied_sparse, "its elements cannot be read"),
    ],
    ids=["whole", "slice", "quantised", "sparse"],
)
def test_a_tensor_whose_memory_is_gone_is_named_and_not_read(thing, reason):
    assert record(thing()) == Opaque("Tensor", reason)


def test_an_emptied_tensor_of_no_elements_is_still_a_tensor():
    assert record(emptied(torch.ones(4)[:0])) == Tensor("float32", (0,), b"")


@pytest.mark.parametrize(
    "huge",
    [
        lambda: torch.ones(1).expand(10**12),
        lambda: torch.sparse_coo_tensor([[0]], [1.0], (10**12,)),
        lambda: np.broadcast_to(np.float32(1), (10**12,)),
    ],
    ids=["expanded", "sparse", "broadcast"],
)
def test_a_huge_shape_on_little_memory_is_refused_by_its_shape(huge):
    value = record(huge())
    assert isinstance(value, Opaque)
    assert value.reason == "shape [1000000000000] is 3814697 MiB, more than is recorded of one submission"


# Budgets


def test_after_256_tensors_of_a_case_the_next_are_named_until_the_next_case():
    recorder = Recorder()
    values = recorder.value([torch.ones(1) for _ in range(257)]).items
    assert [type(value) for value in values[:256]] == [Tensor] * 256
    assert values[256] == Opaque("Tensor", "more than 256 tensors in one case")
    assert isinstance(recorder.value(np.ones(1)), Opaque)
    recorder.new_frame()
    assert isinstance(recorder.value(np.ones(1)), Array)


def test_the_bytes_of_a_submission_are_counted_over_all_its_cases():
    recorder = Recorder(blob_bytes=2**20 + 1000)
    assert recorder.value(torch.ones(100, dtype=torch.float64)).data == np.ones(100).tobytes()
    recorder.new_frame()
    refused = recorder.value(torch.ones(26, dtype=torch.float64))
    assert refused == Opaque("Tensor", "shape [26] is 0 MiB, more than is recorded of one submission")
    assert isinstance(recorder.value(torch.ones(25, dtype=torch.float64)), Tensor)


def test_the_whole_budget_of_tensors_in_one_case_still_makes_a_frame():
    recorder = Recorder()
    values = tuple((str(n), recorder.value(torch.ones(7, 5))) for n in range(256))
    case = CaseSeen(0, 0, (Trial(values),), 0.0)
    assert fit(case) == (case, encode(case))


def test_a_list_of_a_million_is_named():
    assert record([0] * 10**6) == Opaque("list", f"1000000 items; at most {ITEMS} are recorded of one case")


def test_items_are_counted_over_all_containers_of_a_case():
    recorder = Recorder()
    inner = [0] * 4000
    first, second, third = recorder.value([inner, inner, inner]).items
    assert (len(first.items), len(second.items)) == (4000, 4000)
    assert third == Opaque("list", f"4000 items; at most {ITEMS} are recorded of one case")


def test_lists_of_lists_of_lists_cost_no_more_than_the_budget():
    thing = [1.0]
    for _ in range(12):
        thing = [thing] * 100
    assert isinstance(record(thing), Sequence)


# Containers


def test_a_list_that_contains_itself_ends_sixteen_deep():
    items = [1]
    items.append(items)
    value = record(items)
    for _ in range(15):
        assert value.items[0] == Number(1)
        value = value.items[1]
    assert value == Opaque("list", "nested more than 16 deep")


def innermost(value):
    while isinstance(value, Sequence):
        (value,) = value.items
    return value


def test_sixteen_levels_are_recorded_and_the_seventeenth_is_named():
    thing = 5
    for _ in range(15):
        thing = [thing]
    assert innermost(over_the_wire(record(thing))) == Number(5)
    assert innermost(over_the_wire(record([thing]))) == Opaque("list", "nested more than 16 deep")
    assert innermost(over_the_wire(record([[thing]]))) == Opaque("list", "nested more than 16 deep")


class Pair(NamedTuple):
    left: int
    right: bool


def test_containers_of_every_kind_are_sequences_or_mappings():
    two = Sequence((Number(1), Flag(True)))
    assert record([1, True]) == record((1, True)) == record(Pair(1, True)) == two
    assert record(torch.Size([2, 3])) == Sequence((Number(2), Number(3)))
    one = Mapping(((Text("a"), Nothing()),))
    assert record({"a": None}) == record(OrderedDict(a=None)) == record(defaultdict(list, a=None)) == one
    assert record({1: {2.5: []}}) == Mapping(((Number(1), Mapping(((Number(2.5), Sequence(())),))),))
    assert record(torch.ones(2, 3).max(dim=1)).items[1] == record(torch.zeros(2, dtype=torch.int64))
    assert [record(thing).type for thing in ({1}, frozenset(), iter([]), range(3), object())] == [
        *("set", "frozenset", "list_iterator", "range", "object")
    ]


def test_an_error_that_an_observer_made_is_recorded_as_it_is():
    error = Error("RuntimeError", "no", 3, "x.backward()")
    assert record([error]) == Sequence((error,))


# Objects that lie


def refuse(*_arguments, **_named):
    raise RuntimeError("keep off")


class Lying:
    __class__ = torch.Tensor
    __iter__ = __eq__ = __repr__ = __str__ = __len__ = __getattr__ = __hash__ = refuse


class RaisingClass:
    @property
    def __class__(self):
        raise RuntimeError("keep off")


class Meta(type):
    __name__ = property(lambda _: "Tensor")
    __mro__ = property(lambda _: [list])
    __module__ = property(refuse)


class WithMeta(metaclass=Meta):
    pass


class LyingList(list):
    __class__ = int
    __iter__ = __len__ = __eq__ = __getitem__ = __getattribute__ = refuse


class LyingDict(dict):
    __iter__ = __len__ = items = keys = __getitem__ = __getattribute__ = refuse


class LyingTuple(tuple):
    __slots__ = ()
    __iter__ = __len__ = __getitem__ = __getattribute__ = refuse


class LyingNumber(np.float64):
    item = __float__ = refuse


class LyingInt(int):
    bit_length = __add__ = refuse


class LyingText(str):
    __slots__ = ()
    encode = __len__ = refuse


class LyingArray(np.ndarray):
    dtype = property(refuse)


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (Lying, Opaque("Lying")),
        (RaisingClass, Opaque("RaisingClass")),
        (WithMeta, Opaque("WithMeta")),
        (lambda: LyingList([1, 2]), Sequence((Number(1), Number(2)))),
        (lambda: LyingTuple([1, 2]), Sequence((Number(1), Number(2)))),
        (lambda: LyingDict(a=1), Mapping(((Text("a"), Number(1)),))),
        (lambda: LyingNumber(3), Opaque("LyingNumber")),
        (lambda: LyingInt(3), Opaque("LyingInt")),
        (lambda: LyingText("text"), Opaque("LyingText")),
        (lambda: np.ones(2).view(LyingArray), Opaque("LyingArray")),
        (lambda: WithMeta, Opaque("Meta")),
        (type("n" * 999, (), {}), Opaque("n" * 200)),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_an_object_is_known_by_its_real_type_and_never_asked(thing, expected):
    value = record(thing())
    assert value == expected
    assert over_the_wire(value) == expected


def test_an_enormous_lying_list_is_named_by_its_real_type():
    assert record(LyingList([0] * (ITEMS + 1))).type == "LyingList"


def test_values_that_a_student_forges_are_named_like_any_object():
    assert record(Number("no number")) == Opaque("Number")


# Numbers, text, arrays


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (3, Number(3)),
        (-2.5, Number(-2.5)),
        (1 - 2j, Number(1 - 2j)),
        (True, Flag(True)),
        (None, Nothing()),
        (np.bool_(False), Flag(False)),
        (np.int8(-3), Number(-3)),
        (np.uint64(2**64 - 1), Number(2**64 - 1)),
        (np.float16(0.5), Number(0.5)),
        (np.float32(0.1), Number(float(np.float32(0.1)))),
        (np.longdouble(1.5), Number(1.5)),
        (np.complex64(1 + 2j), Number(1 + 2j)),
        (np.clongdouble(1 + 2j), Number(1 + 2j)),
        (np.str_("a"), Opaque("str_")),
        (np.bytes_(b"a"), Opaque("bytes_")),
        (np.datetime64("2020-01-01"), Opaque("datetime64")),
        (np.timedelta64(5, "s"), Opaque("timedelta64")),
        (np.void(b"abc"), Opaque("void")),
        (b"bytes", Opaque("bytes")),
        (2**12000 - 1, Number(2**12000 - 1)),
        (2**12000, Opaque("int", "an integer of 12001 bits")),
        (-(2**60000), Opaque("int", "an integer of 60001 bits")),
        ("zero", Text("zero")),
        ("half \ud800", Text("half ?")),
        ("n" * 16_001, Opaque("str", "text of 16001 characters")),
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_a_scalar_is_a_plain_value(thing, expected):
    value = record(thing)
    assert value == expected
    if isinstance(value, Number):
        assert type(value.value) in (int, float, complex)
    assert over_the_wire(value) == expected


@settings(max_examples=50, deadline=None)
@given(st.floats() | st.integers() | st.complex_numbers() | st.booleans() | st.text(max_size=50) | st.none())
def test_any_plain_value_arrives_as_it_left(thing):
    value = record(thing)
    assert repr(over_the_wire(value)) == repr(value)
    if not isinstance(thing, str | None):
        assert repr(value.value) == repr(thing)


@pytest.mark.parametrize(
    ("array", "dtype"),
    [
        (np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]), "void96"),
        (np.array([object()]), "object"),
        (np.array(["text"]), "str128"),
        (np.array([b"text"]), "bytes32"),
        (np.array(["2020-01-01"], dtype="M8[D]"), "datetime64[D]"),
        (np.array([5], dtype="m8[s]"), "timedelta64[s]"),
        (np.ones(2, np.longdouble), np.dtype(np.longdouble).name),
    ],
    ids=lambda thing: thing if isinstance(thing, str) else "",
)
def test_an_array_without_numbers_is_named(array, dtype):
    if dtype == "float64":
        pytest.skip("here a long double is a double")
    assert record(array) == Opaque("ndarray", f"of dtype {dtype}")


def test_arrays_arrive_in_little_endian_c_order():
    assert same(elements(np.arange(6, dtype=">f8").reshape(2, 3)), np.arange(6.0).reshape(2, 3))
    assert same(elements(np.asfortranarray(np.arange(6).reshape(2, 3))), np.arange(6).reshape(2, 3))
    assert same(elements(np.arange(6)[::-2]), np.array([5, 3, 1]))
    assert same(elements(np.array(2.5)), np.array(2.5))
    assert same(elements(np.array([True, False])), np.array([True, False]))
    assert record(np.ones((0, 3))) == Array("float64", (0, 3), b"")


# What fits in a frame


def case_of(*trials):
    return CaseSeen(0, 3, trials, 1.5)


def test_a_case_that_fits_is_left_alone():
    case = case_of(Trial((("a", Number(1)),)))
    assert fit(case) == (case, encode(case))


def test_a_case_that_is_too_large_loses_its_largest_value_alone():
    small, text = ("small", Number(1)), ("text", Text("n" * 16_000))
    large = ("large", Sequence((Number(1),) * 9000))
    fitted, _ = fit(case_of(Trial((small, large)), Trial((text, small))))
    assert fitted == case_of(
        Trial((small, ("large", Opaque("sequence", "too many or too long values to record")))), Trial((text, small))
    )
    encode(fitted)


def test_values_are_named_one_by_one_until_the_rest_fits():
    texts = tuple((str(n), Text(str(n) * 15_000)) for n in range(6))
    fitted, _ = fit(case_of(Trial(texts)))
    kept = [value for _, value in fitted.trials[0].values if isinstance(value, Text)]
    assert len(kept) == 4
    encode(fitted)


def test_a_long_list_of_opaque_things_is_large_too():
    things = ("things", Sequence((Opaque("Thing"),) * 5000))
    fitted, _ = fit(case_of(Trial((things, ("tensor", record(torch.ones(2)))))))
    assert [type(value) for _, value in fitted.trials[0].values] == [Opaque, Tensor]


def test_long_texts_of_errors_are_cut_where_there_is_no_value_to_name():
    error = Error("RuntimeError", "é" * 4000, 3, "source")
    fitted, _ = fit(case_of(*[Trial((("a", Opaque("A")),), error, (error,) * 8)] * 3))
    assert fitted == case_of(*[Trial((("a", Opaque("A")),), Error("RuntimeError", "é" * 200, 3, "source"))] * 3)
    encode(fitted)


def test_a_case_that_cannot_be_made_to_fit_says_so():
    with pytest.raises(WireError, match="over 65536"):
        fit(case_of(*[Trial(error=Error("E", "m" * 200))] * 400))


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.lists(
            st.integers(0, 9000).map(lambda n: Sequence((Flag(True),) * n))
            | st.integers(0, 16_000).map(lambda n: Text("é" * n))
            | st.integers(0, 300).map(lambda n: Error("E", "x" * n)),
            max_size=5,
        ),
        min_size=1,
        max_size=4,
    ),
    st.integers(0, 4000),
)
def test_any_case_is_made_to_fit(values, length):
    error = Error("E", "é" * length)
    trials = [Trial(tuple((str(n), value) for n, value in enumerate(each)), error, (error,)) for each in values]
    fitted, frame = fit(case_of(*trials))
    assert frame == encode(fitted)
    assert [[name for name, _ in trial.values] for trial in fitted.trials] == [
        [name for name, _ in trial.values] for trial in trials
    ]

"""Hypothesis strategies for all that can be observed."""

from __future__ import annotations

import math
import struct
from dataclasses import replace

from hypothesis import strategies as st

from grader.observation import (
    Array,
    CaseSeen,
    Done,
    Ended,
    EndKind,
    Error,
    Failed,
    Flag,
    Loaded,
    Mapping,
    Nothing,
    Number,
    Observation,
    Opaque,
    Ready,
    Sequence,
    Tensor,
    Text,
    Trial,
    Violation,
)
from grader.observation.values import STORED

texts = st.text(max_size=20)
counts = st.integers(0, 2**31 - 1)
shapes = st.lists(st.integers(0, 3), max_size=4).map(tuple)
any_float = st.one_of(
    st.floats(),
    st.sampled_from([0.0, -0.0, math.inf, -math.inf, 5e-324, 1.7976931348623157e308]),
    st.binary(min_size=8, max_size=8).map(lambda bits: struct.unpack(">d", bits)[0]),
    st.integers(1, 2**51 - 1).map(lambda payload: struct.unpack(">d", struct.pack(">Q", 0x7FF8 << 48 | payload))[0]),
)


@st.composite
def tensors(draw, dtypes=tuple(STORED)):
    dtype, shape = draw(st.sampled_from(dtypes)), draw(shapes)
    return Tensor(dtype, shape, draw(_elements(dtype, shape)))


@st.composite
def arrays(draw):
    dtype, shape = draw(st.sampled_from(tuple(STORED))), draw(shapes)
    return Array(dtype, shape, draw(_elements(dtype, shape)))


def _elements(dtype, shape):
    size = STORED[dtype].size * STORED[dtype].parts * math.prod(shape)
    if dtype == "bool":
        return st.lists(st.sampled_from([0, 1]), min_size=size, max_size=size).map(bytes)
    return st.binary(min_size=size, max_size=size)


empty_tensors = st.builds(
    Tensor, texts, st.lists(st.integers(0, 2**63 - 1), max_size=70).map(tuple), st.none(), texts, texts
)
errors = st.builds(Error, texts, texts, *(st.none() | each for each in (counts, texts, counts, texts)))
integers = st.integers() | st.integers(-(10**400), 10**400)
numbers = st.builds(Number, st.one_of(integers, any_float, st.builds(complex, any_float, any_float)))
atoms = st.one_of(
    tensors(),
    st.builds(replace, tensors(), layout=texts, device=texts),
    empty_tensors,
    arrays(),
    numbers,
    st.builds(Flag, st.booleans()),
    st.builds(Text, texts),
    st.just(Nothing()),
    errors,
    st.builds(Opaque, texts, texts),
)
values = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: Sequence(tuple(items))),
        st.lists(st.tuples(inner, inner), max_size=2).map(lambda items: Mapping(tuple(items))),
    ),
    max_leaves=6,
)
trials = st.builds(
    Trial,
    st.lists(st.tuples(texts, values), max_size=3).map(tuple),
    st.none() | errors,
    st.lists(errors, max_size=2).map(tuple),
)
violations = st.builds(Violation, counts, st.none() | counts, st.none() | texts)
loadeds = st.builds(
    Loaded,
    counts,
    st.lists(st.tuples(texts, texts), max_size=3).map(tuple),
    st.lists(st.tuples(texts, counts), max_size=3).map(tuple),
    st.lists(violations, max_size=2).map(tuple),
    st.none() | errors,
)
seconds = st.floats(0, allow_infinity=False, allow_nan=False)
ends = st.builds(Ended, st.sampled_from(EndKind), texts, counts, counts)
frames = st.one_of(
    st.builds(Ready, st.lists(st.tuples(texts, texts), max_size=3).map(tuple)),
    loadeds,
    st.builds(CaseSeen, counts, counts, st.lists(trials, max_size=2).map(tuple), seconds),
    st.builds(Done, counts),
    st.builds(Failed, texts),
    ends,
)


def observations(names: list[str], defined: list[str]) -> st.SearchStrategy[Observation]:
    """Whatever could be seen of cases that observe these names, of a module that may define these functions."""
    seen = st.lists(st.tuples(st.sampled_from(names), values), max_size=3).map(tuple)
    trial = st.builds(Trial, seen, st.none() | errors, st.just(()))
    case = st.builds(CaseSeen, st.just(0), st.just(0), st.lists(trial, max_size=3).map(tuple), seconds) | ends
    found = st.lists(st.sampled_from(defined), unique=True).map(lambda each: tuple((name, "function") for name in each))
    broken = st.lists(st.builds(Violation, st.integers(0, 2), st.none() | counts, st.none() | texts), max_size=2)
    module = st.builds(Loaded, st.just(0), found, st.just(()), broken.map(tuple), st.none() | errors)
    return st.builds(Observation, st.none() | module, st.lists(case, min_size=3, max_size=3).map(tuple))

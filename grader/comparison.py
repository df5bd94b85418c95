"""Two observed values held beside each other: where they differ, and in what words.

An attribute comes before a value: kind, then shape, then dtype, then the numbers; so a message names the first thing
that is wrong. Numbers are close when ``|found - expected| <= relative * |expected| + share * scale``, where `scale` is
the greatest magnitude in the expected tensor. Both terms shrink with the numbers, so zeros never pass for small ones;
where all that is expected is zero, there is no scale to go by and 1 is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.exercise import Tolerance
from grader.observation import Array, Error, Flag, Mapping, Nothing, Number, Sequence, Tensor, Text, Value
from grader.observation.values import STORED
from grader.phrases import error_text, in_words, number_text

TOLERANCES: dict[str, tuple[float, float]] = {
    "float64": (1e-8, 1e-10),
    "complex128": (1e-8, 1e-10),
    "float32": (1e-5, 1e-6),
    "complex64": (1e-5, 1e-6),
    "float16": (2e-3, 1e-3),
    "complex32": (2e-3, 1e-3),
    "bfloat16": (1.6e-2, 8e-3),
    "float8_e4m3fn": (0.13, 0.06),
    "float8_e4m3fnuz": (0.13, 0.06),
    "float8_e5m2": (0.26, 0.13),
    "float8_e5m2fnuz": (0.26, 0.13),
}
"""By dtype: the relative tolerance, and the share of the greatest magnitude that is allowed on top. What is not here
is exact.

A few roundings of each type, wide enough for another order of summation, and for float64 too narrow for a detour
through float32.
"""


MASK_ELEMENTS = 4096


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One observed thing that is not as expected. `name` leads to it: `gradients[1]`.

    `found` is None where nothing was observed. `differs` has the flat indices of the elements that differ, of tensors
    of the same shape, at most MASK_ELEMENTS of them.
    """

    name: str
    message: str
    expected: Value
    found: Value | None
    differs: tuple[int, ...] = ()


def compare(name: str, expected: Value, found: Value, tolerance: Tolerance | None = None) -> Iterator[Mismatch]:
    """Where `found` is not `expected`: nothing where they agree. `name` is what the whole is called in messages."""
    tolerance = tolerance or Tolerance()
    match expected, found:
        case Tensor(), Tensor():
            yield from _tensors(name, expected, found, tolerance)
        case Array(), Array():
            yield from _elements(name, expected, found, tolerance)
        case Sequence(), Sequence():
            yield from _sequences(name, expected, found, tolerance)
        case Mapping(), Mapping():
            yield from _mappings(name, expected, found, tolerance)
        case Number(), Number():
            yield from _numbers(name, expected, found, tolerance)
        case Error(), Error():
            if expected.type != found.type:
                yield Mismatch(name, f"expected {expected.type}, found {error_text(found)}", expected, found)
        case _:
            if expected != found:
                yield Mismatch(name, f"expected {in_words(expected)}, found {in_words(found)}", expected, found)


def same(first: Value, second: Value, tolerance: Tolerance | None = None) -> bool:
    """Whether two values agree as the judge sees it."""
    return next(compare("", first, second, tolerance), None) is None


def stated_value(stated: object) -> Value:
    """A value written in an exercise.yaml as an observed one."""
    match stated:
        case None:
            return Nothing()
        case bool():
            return Flag(stated)
        case int() | float():
            return Number(stated)
        case str():
            return Text(stated)
        case list():
            return Sequence(tuple(stated_value(item) for item in stated))
        case dict():
            return Mapping(tuple((Text(key), stated_value(item)) for key, item in stated.items()))
        case _:
            raise TypeError(f"{type(stated).__name__} cannot be stated")


def array_of(value: Tensor | Array) -> NDArray[Any]:
    """The elements as a NumPy array of the value's shape; types that NumPy lacks come as float32, complex ones as
    complex.

    Raises ValueError where there are no elements to read.
    """
    if value.data is None:
        raise ValueError("the value has no elements")
    stored = STORED[value.dtype]
    flat = np.frombuffer(value.data, dtype=stored.numpy)
    if stored.parts == 2:
        flat = flat.view("<c16" if stored.size == 8 else "<c8")
    return flat.reshape(value.shape)


def _tensors(name: str, expected: Tensor, found: Tensor, tolerance: Tolerance) -> Iterator[Mismatch]:
    for attribute in ("device", "layout"):
        wanted, got = getattr(expected, attribute), getattr(found, attribute)
        if wanted != got:
            yield Mismatch(name, f"expected a tensor with {attribute} {wanted}, found {got}", expected, found)
            return
    yield from _elements(name, expected, found, tolerance)


def _elements(name: str, expected: Tensor | Array, found: Tensor | Array, tolerance: Tolerance) -> Iterator[Mismatch]:
    if expected.shape != found.shape:
        yield Mismatch(name, f"expected shape {list(expected.shape)}, found {list(found.shape)}", expected, found)
    elif expected.dtype != found.dtype:
        yield Mismatch(name, f"expected dtype {expected.dtype}, found {found.dtype}", expected, found)
    elif (expected.data is None) != (found.data is None):
        yield Mismatch(
            name, f"expected {in_words(expected)}, found {in_words(found)} without elements", expected, found
        )
    elif expected.data is not None:
        yield from _close(name, expected, found, tolerance)


def _close(name: str, expected: Tensor | Array, found: Tensor | Array, tolerance: Tolerance) -> Iterator[Mismatch]:
    if expected.data == found.data:  # as most are; of the same shape and dtype they are here
        return
    wanted, got = array_of(expected), array_of(found)
    allowed, differs = differences(wanted, got, expected.dtype, tolerance)
    count = int(differs.sum())
    if count:
        flat = tuple(int(index) for index in np.flatnonzero(differs)[:MASK_ELEMENTS])
        text = _difference_text(wanted, got, differs, allowed) + _precision_text(wanted, got)
        yield Mismatch(name, text, expected, found, flat)


def differences(
    wanted: NDArray[Any], got: NDArray[Any], dtype: str, tolerance: Tolerance
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """For each element how far it may be off, and whether it is further off than that.

    NaN equals NaN, and an infinity the same infinity, where the expected element is one; nowhere else.
    """
    if wanted.dtype.kind in "biu":
        relative, share = tolerance.relative or 0.0, 0.0
        if not (relative or tolerance.absolute):
            return np.zeros(wanted.shape), wanted != got
        wanted, got = wanted.astype(np.float64), got.astype(np.float64)
    else:
        relative, share = TOLERANCES.get(dtype, (0.0, 0.0))
        relative = relative if tolerance.relative is None else tolerance.relative
    wide = np.complex128 if wanted.dtype.kind == "c" else np.float64
    with np.errstate(invalid="ignore", over="ignore"):
        wanted, got = wanted.astype(wide), got.astype(wide)
        size = np.abs(wanted)
        finite = size[np.isfinite(size)]
        scale = float(finite.max()) if finite.size and finite.max() > 0 else 1.0
        slack = share * scale if tolerance.absolute is None else tolerance.absolute
        allowed = np.where(np.isfinite(size), relative * size + slack, 0.0)
        close = (np.abs(got - wanted) <= allowed) & np.isfinite(got) & np.isfinite(wanted)
    both_nan = np.isnan(wanted) & np.isnan(got)
    return allowed, ~(close | both_nan | (wanted == got))


def _difference_text(
    wanted: NDArray[Any], got: NDArray[Any], differs: NDArray[np.bool_], allowed: NDArray[np.float64]
) -> str:
    with np.errstate(invalid="ignore", over="ignore"):
        gap = _distance(wanted, got)
    gap = np.where(differs, np.where(np.isnan(gap), np.inf, gap), -1.0)
    at = np.unravel_index(int(np.argmax(gap)), gap.shape)
    spot = f" at {[int(index) for index in at]}" if wanted.shape else ""
    head = f"{int(differs.sum())} of {differs.size} elements differ" if differs.size > 1 else "its one element differs"
    values = f"expected {number_text(wanted[at].item())}, found {number_text(got[at].item())}"
    if wanted.dtype.kind == "b" or not 0 < gap[at] < np.inf:
        return f"{head}; for example{spot}: {values}"
    limit = f", allowed {allowed[at]:.2g}" if allowed[at] else ""
    return f"{head}; greatest difference {gap[at]:.4g}{spot} ({values}{limit})"


def _precision_text(wanted: NDArray[Any], got: NDArray[Any]) -> str:
    """Says so where all that is wrong is that float64 numbers were float32 ones on the way."""
    return "; it has the precision of float32, not of float64" if _was_float32(wanted, got) else ""


def _was_float32(wanted: NDArray[Any], got: NDArray[Any]) -> bool:
    """Whether float64 numbers are right as float32 ones, and are such: what fits into float16 may be so by chance."""
    if (
        wanted.dtype != np.float64
        or got.dtype != np.float64
        or differences(wanted, got, "float32", Tolerance())[1].any()
    ):
        return False
    with np.errstate(over="ignore"):
        fits, fits_half = (np.array_equal(got.astype(kind), got, equal_nan=True) for kind in (np.float32, np.float16))
    return fits and not fits_half


def _distance(wanted: NDArray[Any], got: NDArray[Any]) -> NDArray[np.float64]:
    if wanted.dtype.kind == "c":
        return np.abs(got.astype(np.complex128) - wanted.astype(np.complex128))
    return np.abs(got.astype(np.float64) - wanted.astype(np.float64))


def _numbers(name: str, expected: Number, found: Number, tolerance: Tolerance) -> Iterator[Mismatch]:
    wanted, got = expected.value, found.value
    if isinstance(wanted, int | float) and isinstance(got, complex):
        equal = False
    elif isinstance(wanted, int) and not (tolerance.relative or tolerance.absolute):
        equal = wanted == got
    elif isinstance(wanted, float) and isinstance(got, float) and isfinite(wanted) and isfinite(got):
        equal = abs(got - wanted) <= _allowed(wanted, tolerance)
    else:
        dtype = "complex128" if isinstance(wanted, complex) else "float64"
        one, two = (np.asarray(_widened(each), dtype=dtype) for each in (wanted, got))
        equal = not differences(one, two, dtype, tolerance)[1].any()
    if not equal:
        text = f"expected {number_text(wanted)}, found {_told_apart(wanted, got)}"
        if isinstance(wanted, float) and isinstance(got, float):
            text += _precision_text(np.asarray(wanted), np.asarray(got))
        yield Mismatch(name, text, expected, found)


def _allowed(wanted: float, tolerance: Tolerance) -> float:
    """How far one number may be off, as `differences` has it for arrays."""
    relative, share = TOLERANCES["float64"]
    relative = relative if tolerance.relative is None else tolerance.relative
    slack = share * (abs(wanted) or 1.0) if tolerance.absolute is None else tolerance.absolute
    return relative * abs(wanted) + slack


def _widened(number: complex) -> complex:
    """An integer beyond float64 counts as an infinity of its sign."""
    if isinstance(number, int) and abs(number) > 2**1023:
        return float("inf") if number > 0 else float("-inf")
    return number


def _told_apart(wanted: complex, got: complex) -> str:
    """The found number with as many digits as it takes to see that it is another."""
    short = number_text(got)
    return repr(got) if short == number_text(wanted) else short


def _sequences(name: str, expected: Sequence, found: Sequence, tolerance: Tolerance) -> Iterator[Mismatch]:
    if len(expected.items) != len(found.items):
        message = f"expected {_items_text(len(expected.items))}, found {len(found.items)}"
        yield Mismatch(name, message, expected, found)
        return
    for index, (wanted, got) in enumerate(zip(expected.items, found.items, strict=True)):
        yield from compare(f"{name}[{index}]", wanted, got, tolerance)


def _items_text(count: int) -> str:
    return f"{count} item" if count == 1 else f"{count} items"


def _mappings(name: str, expected: Mapping, found: Mapping, tolerance: Tolerance) -> Iterator[Mismatch]:
    values = {_key(key): value for key, value in found.items}
    for key, wanted in expected.items:
        if _key(key) not in values:
            yield Mismatch(f"{name}[{_key_text(key)}]", "is missing", wanted, None)
        else:
            yield from compare(f"{name}[{_key_text(key)}]", wanted, values[_key(key)], tolerance)
    known = {_key(key) for key, _ in expected.items}
    extra = [key for key, _ in found.items if _key(key) not in known]
    if extra:
        yield Mismatch(name, f"has a key too many: {_key_text(extra[0])}", expected, found)


def _key(key: Value) -> object:
    """What makes two keys the same: an integer is not a float here, and NaN is NaN."""
    return key if isinstance(key, Text) else repr(key)


def _key_text(key: Value) -> str:
    match key:
        case Text(text):
            return repr(text[:80])
        case _:
            return in_words(key)

"""How a submission failed, as one short word: two that failed in exactly the same way have the same one.

What is compared is what was observed in the cases that did not pass, whatever the code looks like. Numbers count to
five digits of the greatest in their tensor, so that rounding does not part what belongs together. Of errors the type
counts and not the text, in which the same mistake may name its line.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence

import numpy as np

from grader.comparison import array_of
from grader.judge import Verdict
from grader.observation import (
    Array,
    CaseSeen,
    Ended,
    Error,
    Flag,
    Mapping,
    Number,
    Observation,
    Opaque,
    Tensor,
    Text,
    Value,
)
from grader.observation import Sequence as Items

_DIGITS = 5
_WORD = 12  # hexadecimal digits


def behaviour(verdicts: Sequence[Verdict], seen: Observation | None) -> str:
    """The word for what went wrong; empty where nothing did."""
    if all(verdict.status == "passed" for verdict in verdicts):
        return ""
    parts: list[object] = [seen.loaded.error.type if seen and seen.loaded and seen.loaded.error else ""]
    for index, verdict in enumerate(verdicts):
        if verdict.status != "passed":
            parts.append((verdict.case, verdict.status, verdict.cause))
            if seen is not None and verdict.status != "skipped":
                parts.append(_case(seen.cases[index]))
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:_WORD]


def _case(case: CaseSeen | Ended) -> object:
    if isinstance(case, Ended):
        return case.kind.value
    return [
        (trial.error.type if trial.error else "", [(name, _value(value)) for name, value in trial.values])
        for trial in case.trials
    ]


def _value(value: Value) -> object:
    match value:
        case Tensor() | Array():
            return (type(value).__name__, value.dtype, value.shape, _elements(value))
        case Number(number):
            return ("number", _rounded(number))
        case Flag(flag):
            return ("flag", flag)
        case Text(text):
            return ("text", text)
        case Items(items):
            return [_value(item) for item in items]
        case Mapping(items):
            return sorted(repr((_value(key), _value(item))) for key, item in items)
        case Error(type=name):
            return ("error", name)
        case Opaque(type=name):
            return ("opaque", name)
    return "nothing"


def _elements(value: Tensor | Array) -> object:
    """The numbers, in units of the last digit that counts."""
    if value.data is None:
        return None
    array = array_of(value)
    if array.dtype.kind not in "fc" or not array.size:
        return hashlib.sha256(value.data).hexdigest()
    real = array.view(array.real.dtype).astype(np.float64)
    finite = real[np.isfinite(real)]
    greatest = float(np.abs(finite).max()) if finite.size else 0.0
    unit = 10.0 ** (math.floor(math.log10(greatest)) + 1 - _DIGITS) if greatest else 1.0
    with np.errstate(all="ignore"):
        counted = np.rint(real / unit) + 0.0  # no negative zero
    return (unit, hashlib.sha256(counted.tobytes()).hexdigest())


def _rounded(number: complex) -> str:
    if isinstance(number, int):
        return str(number)
    if isinstance(number, float):
        return f"{number + 0.0:.{_DIGITS}g}"
    return f"{number.real + 0.0:.{_DIGITS}g} {number.imag + 0.0:.{_DIGITS}g}"

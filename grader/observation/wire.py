"""Frames as bytes: a length-prefixed JSON header, and the tensors' elements as a safetensors blob.

::

    4 bytes   length of the header, big-endian, at most HEADER_BYTES
    4 bytes   length of the blob, big-endian
    header    UTF-8 JSON: ["case", {...}]; a tensor in it names its entry in the blob
    blob      safetensors, empty where the frame has no tensors

What arrives was written by a process that ran a student's code. Every length is checked against its cap before the
bytes are kept, every name, dtype and shape before a tensor is decoded; anything else than the exact form raises
WireError. Floats travel as the sixteen hexadecimal digits of their bits: a NaN arrives as it left.
"""

from __future__ import annotations

import json
import math
import re
import struct
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

from safetensors import SafetensorError

from grader.errors import WireError
from grader.observation.blob import HEADER_BYTES, TENSORS, Entries, Tensors, add, pack, unpack
from grader.observation.frames import (
    Called,
    CaseSeen,
    Done,
    Ended,
    EndKind,
    Failed,
    Frame,
    Loaded,
    Printed,
    Read,
    Ready,
    Trial,
    Violation,
)
from grader.observation.values import (
    Array,
    Error,
    Flag,
    Mapping,
    Nothing,
    Number,
    Opaque,
    Sequence,
    Tensor,
    Text,
    Value,
)

BLOB_BYTES = 64 * 1024 * 1024  # of one submission, all frames together
TEXT_BYTES = 64 * 1024
DEPTH = 16
INTEGER_DIGITS = 4000  # within what int() reads without complaint

_T = TypeVar("_T")
_PREFIX = struct.Struct(">II")
_SHORT = 64  # bytes of a header


def encode(frame: Frame) -> bytes:
    """The frame's bytes. Raises WireError where it is over a cap, or cannot be written."""
    blob: Entries = {}
    try:
        header = json.dumps(_frame_out(frame, blob), separators=(",", ":"), ensure_ascii=True).encode()
        body = pack(blob)
    except (KeyError, ValueError, SafetensorError) as error:
        raise WireError(f"a frame cannot be written: {type(error).__name__}: {error}") from None
    if len(header) > HEADER_BYTES:
        raise WireError(f"a frame's header of {len(header)} bytes is over {HEADER_BYTES}")
    if len(blob) > TENSORS:
        raise WireError(f"a frame of {len(blob)} tensors is over {TENSORS}")
    if len(body) > BLOB_BYTES:
        raise WireError(f"a frame's tensors of {len(body)} bytes are over {BLOB_BYTES}")
    return _PREFIX.pack(len(header), len(body)) + header + body


class FrameReader:
    """Turns bytes, in pieces as they come, into frames. It keeps at most one frame, and counts against the caps of a
    submission.
    """

    def __init__(self, blob_bytes: int = BLOB_BYTES) -> None:
        self._buffer = bytearray()
        self._blob_left = blob_bytes

    def feed(self, data: bytes) -> Iterator[Frame]:
        """The frames that `data` completes. Raises WireError at the first thing that is not as it should be."""
        self._buffer += data
        while (size := self._next_size()) is not None and len(self._buffer) >= size[0] + size[1] + _PREFIX.size:
            start, middle = _PREFIX.size, _PREFIX.size + size[0]
            header, blob = bytes(self._buffer[start:middle]), bytes(self._buffer[middle : middle + size[1]])
            del self._buffer[: middle + size[1]]
            self._blob_left -= size[1]
            yield decode(header, blob)

    @property
    def inside_a_frame(self) -> bool:
        """Whether the bytes so far end in the middle of a frame."""
        return bool(self._buffer)

    def _next_size(self) -> tuple[int, int] | None:
        if len(self._buffer) < _PREFIX.size:
            return None
        header, blob = _PREFIX.unpack_from(self._buffer)
        if header > HEADER_BYTES:
            raise WireError(f"a frame claims a header of {header} bytes; {HEADER_BYTES} are allowed")
        if blob > self._blob_left:
            raise WireError(f"a frame claims {blob} bytes of tensors; {self._blob_left} are left to this submission")
        return header, blob


def decode(header: bytes, blob: bytes) -> Frame:
    """One frame from its two parts, whose lengths the caller has checked."""
    return _decoded(header, blob) if len(header) > _SHORT or blob else _decoded_once(header)


@lru_cache(maxsize=256)
def _decoded_once(header: bytes) -> Frame:
    """What is short may come a thousand times: a counted function that is called."""
    return _decoded(header, b"")


def _decoded(header: bytes, blob: bytes) -> Frame:
    try:
        document = json.loads(header)
    except (ValueError, RecursionError) as error:
        raise WireError(f"a frame's header is not JSON: {error}") from None
    tensors = Tensors(unpack(blob))
    try:
        frame = _frame_in(document, tensors)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError) as error:
        raise WireError(f"a frame is not of the agreed form: {type(error).__name__}: {error}") from None
    if tensors.left:
        raise WireError(f"a frame holds tensors that nothing names: {', '.join(sorted(tensors.left)[:3])}")
    return frame


# Frames


def _frame_out(frame: Frame, blob: Entries) -> list[Any]:
    match frame:
        case Ready(versions):
            return ["ready", {"versions": [list(pair) for pair in versions]}]
        case Read(run, lines, violations):
            return ["read", {"run": run, **_reading_out(lines, violations)}]
        case Loaded(run, defined, lines, violations, error):
            fields = {"run": run, "defined": [list(pair) for pair in defined], **_reading_out(lines, violations)}
            return ["loaded", {**fields, "error": error and _error_out(error)}]
        case CaseSeen(run, case, trials, seconds, calls):
            written = [_trial_out(trial, blob) for trial in trials]
            fields = {"run": run, "case": case, "seconds": _bits(seconds), "trials": written, "calls": list(calls)}
            return ["case", fields]
        case Called(run, case, counter):
            return ["called", {"run": run, "case": case, "counter": counter}]
        case Done(run):
            return ["done", {"run": run}]
        case Failed(reason):
            return ["failed", {"reason": reason}]
        case Ended(kind, detail, run, case):
            return ["ended", {"kind": kind.value, "detail": detail, "run": run, "case": case}]
        case Printed():
            raise WireError("what was printed has no frame")


def _frame_in(document: object, tensors: Tensors) -> Frame:
    kind, fields = _list_of(document, 2)
    if not isinstance(fields, dict):
        raise TypeError("the fields are not an object")
    match kind:
        case "ready":
            return Ready(_pairs(fields["versions"], _text))
        case "read":
            return Read(_count(fields["run"]), *_reading_in(fields))
        case "loaded":
            error = _optional(fields["error"], _error_in)
            return Loaded(_count(fields["run"]), _pairs(fields["defined"], _text), *_reading_in(fields), error)
        case "case":
            trials = tuple(_trial_in(item, tensors) for item in _items(fields["trials"]))
            seconds = _unbits(fields["seconds"])
            if not (math.isfinite(seconds) and seconds >= 0):
                raise ValueError("seconds")
            calls = tuple(_count(item) for item in _items(fields.get("calls", [])))
            return CaseSeen(_count(fields["run"]), _count(fields["case"]), trials, seconds, calls)
        case "called":
            return Called(_count(fields["run"]), _count(fields["case"]), _count(fields["counter"]))
        case "done":
            return Done(_count(fields["run"]))
        case "failed":
            return Failed(_text(fields["reason"]))
        case "ended":
            return Ended(
                EndKind(fields["kind"]), _text(fields["detail"]), _count(fields["run"]), _count(fields["case"])
            )
        case _:
            raise ValueError("no such kind of frame")


def _reading_out(lines: tuple[tuple[str, int], ...], violations: tuple[Violation, ...]) -> dict[str, Any]:
    found = [[item.rule, item.line, item.source] for item in violations]
    return {"lines": [list(pair) for pair in lines], "violations": found}


def _reading_in(fields: dict[str, Any]) -> tuple[tuple[tuple[str, int], ...], tuple[Violation, ...]]:
    violations = tuple(Violation(*_violation_in(item)) for item in _items(fields["violations"]))
    return _pairs(fields["lines"], _count), violations


def _violation_in(item: object) -> tuple[int, int | None, str | None]:
    rule, line, source = _list_of(item, 3)
    return _count(rule), _optional(line, _count), _optional(source, _text)


def _trial_out(trial: Trial, blob: Entries) -> list[Any]:
    values = [[name, _value_out(value, blob, 1)] for name, value in trial.values]
    return [values, trial.error and _error_out(trial.error), [_error_out(warning) for warning in trial.warnings]]


def _trial_in(item: object, tensors: Tensors) -> Trial:
    values, error, warnings = _list_of(item, 3)
    named = [_list_of(pair, 2) for pair in _items(values)]
    read = tuple((_text(name), _value_in(value, tensors, 1)) for name, value in named)
    return Trial(read, _optional(error, _error_in), tuple(_error_in(each) for each in _items(warnings)))


# Values


def _value_out(value: Value, blob: Entries, depth: int) -> list[Any]:
    if depth > DEPTH:
        raise WireError(f"a value is nested more than {DEPTH} deep")
    match value:
        case Tensor(dtype, shape, data, layout, device):
            return [
                "tensor",
                dtype,
                list(shape),
                layout,
                device,
                None if data is None else add(dtype, shape, data, blob),
            ]
        case Array(dtype, shape, data):
            return ["array", dtype, list(shape), add(dtype, shape, data, blob)]
        case Flag(flag):
            return ["flag", flag]
        case Number(int() as number):
            return ["integer", str(number)]
        case Number(float() as number):
            return ["real", _bits(number)]
        case Number(number):
            return ["complex", _bits(number.real), _bits(number.imag)]
        case Text(text):
            return ["text", text]
        case Nothing():
            return ["nothing"]
        case Sequence(items):
            return ["sequence", [_value_out(item, blob, depth + 1) for item in items]]
        case Mapping(items):
            pairs = [[_value_out(key, blob, depth + 1), _value_out(item, blob, depth + 1)] for key, item in items]
            return ["mapping", pairs]
        case Error():
            return ["error", _error_out(value)]
        case Opaque(type_name, reason):
            return ["opaque", type_name, reason]


def _value_in(item: object, tensors: Tensors, depth: int) -> Value:
    if depth > DEPTH:
        raise ValueError(f"nested more than {DEPTH} deep")
    match item:
        case ["tensor", dtype, shape, layout, device, entry]:
            data = None if entry is None else tensors.take(entry, _text(dtype), _shape(shape))
            return Tensor(_text(dtype), _shape(shape), data, _text(layout), _text(device))
        case ["array", dtype, shape, entry]:
            return Array(_text(dtype), _shape(shape), tensors.take(entry, _text(dtype), _shape(shape)))
        case ["flag", bool() as flag]:
            return Flag(flag)
        case ["integer", str() as digits] if len(digits) <= INTEGER_DIGITS and re.fullmatch(r"-?[0-9]+", digits):
            return Number(int(digits))
        case ["complex", real, imaginary]:
            return Number(complex(_unbits(real), _unbits(imaginary)))
        case ["real", bits]:
            return Number(_unbits(bits))
        case ["text", text]:
            return Text(_text(text))
        case ["nothing"]:
            return Nothing()
        case ["sequence", list() as items]:
            return Sequence(tuple(_value_in(each, tensors, depth + 1) for each in items))
        case ["mapping", list() as pairs]:
            split = [_list_of(pair, 2) for pair in pairs]
            return Mapping(
                tuple((_value_in(k, tensors, depth + 1), _value_in(v, tensors, depth + 1)) for k, v in split)
            )
        case ["error", fields]:
            return _error_in(fields)
        case ["opaque", type_name, reason]:
            return Opaque(_text(type_name), _text(reason))
        case _:
            raise ValueError("no such kind of value")


def _error_out(error: Error) -> list[Any]:
    return [error.type, error.message, error.line, error.source, error.forward_line, error.forward_source]


def _error_in(item: object) -> Error:
    kind, message, line, source, forward_line, forward_source = _list_of(item, 6)
    spot = (_optional(line, _count), _optional(source, _text))
    forward = (_optional(forward_line, _count), _optional(forward_source, _text))
    return Error(_text(kind), _text(message), *spot, *forward)


# Atoms


def _bits(number: float) -> str:
    return struct.pack(">d", number).hex()


def _unbits(text: object) -> float:
    raw = bytes.fromhex(_text(text))
    return float(struct.unpack(">d", raw)[0]) if len(raw) == 8 else _reject("a float of another size")


def _reject(reason: str) -> Any:
    raise ValueError(reason)


def _text(item: object) -> str:
    if not isinstance(item, str):
        raise TypeError(f"{type(item).__name__} where text belongs")
    if len(item.encode()) > TEXT_BYTES:  # a lone surrogate is a ValueError here, and never gets further
        raise ValueError(f"text of {len(item)} characters")
    return item


def _count(item: object) -> int:
    if isinstance(item, bool) or not isinstance(item, int) or not 0 <= item < 2**31:
        raise ValueError("not a count")
    return item


def _optional(item: object, read: Callable[[object], _T]) -> _T | None:
    return None if item is None else read(item)


def _items(item: object) -> list[Any]:
    if not isinstance(item, list):
        raise TypeError(f"{type(item).__name__} where a list belongs")
    return item


def _list_of(item: object, length: int) -> list[Any]:
    found = _items(item)
    if len(found) != length:
        raise ValueError(f"{len(found)} items where {length} belong")
    return found


def _pairs(item: object, read: Callable[[object], _T]) -> tuple[tuple[str, _T], ...]:
    return tuple((_text(name), read(value)) for name, value in (_list_of(pair, 2) for pair in _items(item)))


def _shape(item: object) -> tuple[int, ...]:
    return tuple(_size(each) for each in _items(item))


def _size(item: object) -> int:
    if isinstance(item, bool) or not isinstance(item, int) or not 0 <= item < 2**63:
        raise ValueError("not a size")
    return item

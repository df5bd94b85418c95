"""Any object as a `Value`. A student's object is never asked anything: it is known by its exact type, or not at all.

An object may lie about itself (`__class__`, `__eq__`, `__iter__`, `__repr__`), so kinds are told by `type()`,
containers are walked by the base class's own iterator, and a tensor's layout, device, dtype and size are checked
before an element is read.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import torch
from torch._C import DisableTorchFunction, _functorch

from grader.errors import WireError
from grader.observation.blob import TENSORS, stored_shape
from grader.observation.frames import CaseSeen, Trial
from grader.observation.values import (
    STORED,
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
from grader.observation.wire import BLOB_BYTES, DEPTH, INTEGER_DIGITS, encode
from grader.probe.failures import clean, type_name

TEXT_CHARACTERS = 16_000
ITEMS = 10_000  # in all containers of one frame
BRIEF_CHARACTERS = 200
_TENSOR_TYPES = (torch.Tensor, torch.nn.Parameter, torch.nn.Buffer)
_NUMPY_NUMBERS = {"i": int, "u": int, "f": float, "c": complex}
_SPARSE = (torch.sparse_coo, torch.sparse_csr, torch.sparse_csc, torch.sparse_bsr, torch.sparse_bsc)


class Recorder:
    """Turns objects into values, and keeps count of the tensors of a trial and the bytes of a submission."""

    def __init__(self, blob_bytes: int = BLOB_BYTES) -> None:
        self._bytes_left = blob_bytes - 2**20  # the blobs' own headers
        self.new_frame()

    def new_frame(self) -> None:
        """Begin counting the tensors and the items of the next frame."""
        self._tensors_left = TENSORS
        self._items_left = ITEMS

    def value(self, thing: object, depth: int = 1) -> Value:
        """The value of any object. It never raises for what the object is."""
        kind = type(thing)
        if kind is Error:
            return thing  # type: ignore[return-value]  # what `outcome` made of an exception
        if kind in _TENSOR_TYPES:
            return self._tensor(thing)  # type: ignore[arg-type]  # by the line above
        if kind is np.ndarray:
            return self._array(thing)  # type: ignore[arg-type]  # by the line above
        if issubclass(kind, np.generic):
            return self._scalar(thing)
        if issubclass(kind, list):
            return self._unwalked(thing, list.__len__(thing), depth) or self._sequence(list.__iter__(thing), depth)  # type: ignore[arg-type]
        if issubclass(kind, tuple):
            return self._unwalked(thing, tuple.__len__(thing), depth) or self._sequence(tuple.__iter__(thing), depth)  # type: ignore[arg-type]
        if issubclass(kind, dict):
            return self._unwalked(thing, dict.__len__(thing), depth) or self._mapping(dict.items(thing), depth)  # type: ignore[arg-type]
        return self._plain(thing)

    def _plain(self, thing: object) -> Value:
        if thing is None:
            return Nothing()
        if type(thing) is bool:
            return Flag(thing)
        if type(thing) is int:
            too_long = thing.bit_length() > INTEGER_DIGITS * 3
            return Opaque("int", f"an integer of {thing.bit_length()} bits") if too_long else Number(thing)
        if type(thing) is float or type(thing) is complex:
            return Number(thing)
        if type(thing) is str:
            too_long = len(thing) > TEXT_CHARACTERS
            return Opaque("str", f"text of {len(thing)} characters") if too_long else Text(_encodable(thing))
        return Opaque(type_name(thing))

    def _scalar(self, thing: object) -> Value:
        if type(thing) is np.bool_:
            return Flag(bool(thing))
        number = _NUMPY_NUMBERS.get(np.dtype(type(thing)).kind)
        if number and type(thing) in np.sctypeDict.values():
            return Number(number(thing))
        return Opaque(type_name(thing))

    def _unwalked(self, thing: object, length: int, depth: int) -> Opaque | None:
        """What stands for a container that is too deep, or that has more items than its frame has room left for."""
        if depth == DEPTH and length:
            return Opaque(type_name(thing), f"nested more than {DEPTH} deep")
        if length > self._items_left:
            return Opaque(type_name(thing), f"{length} items; at most {ITEMS} are recorded of one case")
        self._items_left -= length
        return None

    def _sequence(self, items: Iterable[object], depth: int) -> Value:
        return Sequence(tuple(self.value(item, depth + 1) for item in items))

    def _mapping(self, items: Iterable[tuple[object, object]], depth: int) -> Value:
        return Mapping(tuple((self.value(key, depth + 1), self.value(item, depth + 1)) for key, item in items))

    def _array(self, array: np.ndarray) -> Value:
        dtype = array.dtype.name
        if dtype not in STORED or array.dtype.kind not in "biufc":
            return Opaque("ndarray", f"of dtype {clean(dtype)}")
        if refused := self._refused(dtype, array.shape):
            return Opaque("ndarray", refused)
        little = array.astype(array.dtype.newbyteorder("<"), order="C", copy=True)
        return Array(dtype, tuple(array.shape), little.tobytes())

    def _tensor(self, tensor: torch.Tensor) -> Value:
        with torch.no_grad(), DisableTorchFunction():
            if _functorch.is_functorch_wrapped_tensor(tensor):
                return Opaque("Tensor", "a tensor that belongs to a function transform (torch.func) that has ended")
            if tensor.is_nested:
                return Opaque("Tensor", "a nested tensor")
            try:
                return self._plain_tensor(tensor.detach())
            except Exception:  # quantised without a scale, sparse without its indices' memory, and the like
                return Opaque("Tensor", "its elements cannot be read")

    def _plain_tensor(self, tensor: torch.Tensor) -> Value:
        dtype, shape = str(tensor.dtype).removeprefix("torch."), tuple(tensor.shape)
        layout, device = str(tensor.layout).removeprefix("torch."), tensor.device.type
        readable = device == "cpu" and dtype in STORED and (tensor.layout is torch.strided or tensor.layout in _SPARSE)
        if not readable:
            return Tensor(dtype, shape, None, layout, device)
        if refused := self._refused(dtype, shape):
            return Opaque("Tensor", refused)
        if tensor.layout is torch.strided and not _memory_is_there(tensor):
            return Opaque("Tensor", "its storage is smaller than its shape")
        dense = tensor if tensor.layout is torch.strided else tensor.to_dense()
        return Tensor(dtype, shape, _elements(dense, dtype), layout, device)

    def _refused(self, dtype: str, shape: tuple[int, ...]) -> str:
        """Why this many elements are not recorded, decided from the shape alone; an empty text where they are."""
        size = STORED[dtype].size * math.prod(stored_shape(dtype, shape))
        if size > self._bytes_left:
            return f"shape {list(shape)} is {size / 2**20:.0f} MiB, more than is recorded of one submission"
        if not self._tensors_left:
            return f"more than {TENSORS} tensors in one case"
        self._bytes_left -= size
        self._tensors_left -= 1
        return ""


def fit(case: CaseSeen) -> tuple[CaseSeen, bytes]:
    """The case as it is, or with its largest values named instead of recorded, so that its frame keeps to the caps; and
    that frame.

    Where there is no value left to name, the texts of errors are cut.
    """
    while True:
        try:
            return case, encode(case)
        except WireError:
            smaller = _without_the_largest(case)
            if smaller == case:
                raise
            case = smaller


def _without_the_largest(case: CaseSeen) -> CaseSeen:
    spots = [
        (_bulk(value), trial, index)
        for trial, seen in enumerate(case.trials)
        for index, (_, value) in enumerate(seen.values)
        if not isinstance(value, Opaque)
    ]
    if not spots:
        return replace(case, trials=tuple(_in_brief(trial) for trial in case.trials))
    _, trial_index, value_index = max(spots)
    trial = case.trials[trial_index]
    name, value = trial.values[value_index]
    values = list(trial.values)
    values[value_index] = (name, Opaque(type(value).__name__.lower(), "too many or too long values to record"))
    trials = list(case.trials)
    trials[trial_index] = replace(trial, values=tuple(values))
    return replace(case, trials=tuple(trials))


def _in_brief(trial: Trial) -> Trial:
    error = trial.error and replace(trial.error, message=trial.error.message[:BRIEF_CHARACTERS])
    return replace(trial, error=error, warnings=())


def _bulk(value: Value) -> int:
    match value:
        case Sequence(items):
            return 20 + sum(_bulk(item) for item in items)
        case Mapping(items):
            return 20 + sum(_bulk(key) + _bulk(item) for key, item in items)
        case Text(text) | Error(message=text):
            return 20 + len(text)
        case Opaque(type_name, reason):
            return 20 + len(type_name) + len(reason)
        case _:
            return 40


def _memory_is_there(tensor: torch.Tensor) -> bool:
    if tensor.numel() == 0:
        return True
    last = tensor.storage_offset() + sum(
        (size - 1) * stride for size, stride in zip(tensor.shape, tensor.stride(), strict=True)
    )
    return (last + 1) * tensor.element_size() <= tensor.untyped_storage().nbytes()


def _elements(tensor: torch.Tensor, dtype: str) -> bytes:
    """The elements in C order as `STORED[dtype]` says. Raises ValueError where they are in no memory."""
    if tensor.is_quantized:
        tensor = tensor.dequantize()
    tensor = tensor.resolve_conj().resolve_neg()
    if dtype == "complex32":
        tensor = tensor.to(torch.complex64)
    elif STORED[dtype].name == "F32":
        tensor = tensor.to(torch.complex64 if tensor.is_complex() else torch.float32)
    if tensor.is_complex():
        tensor = torch.view_as_real(tensor)
    tensor = tensor.contiguous()
    if tensor.numel() == 0:
        return b""
    if not tensor.data_ptr():  # the tangent of a constant, in forward mode: zeros that are written nowhere yet
        tensor = tensor.clone()
    if not tensor.data_ptr():
        raise ValueError("the elements are in no memory")
    return ctypes.string_at(tensor.data_ptr(), tensor.numel() * tensor.element_size())


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")

"""The tensors of a frame as a safetensors blob: every name, dtype and shape is checked before an element is read."""

from __future__ import annotations

import ctypes
import math

from safetensors import SafetensorError, TensorSpec, deserialize, serialize

from grader.errors import WireError
from grader.observation.values import STORED

HEADER_BYTES = 64 * 1024
TENSORS = 256  # in one frame
Entries = dict[str, tuple[str, list[int], bytes]]  # name -> stored type, shape, elements
_SPEC_NAMES = {
    "F64": "float64",
    "F32": "float32",
    "F16": "float16",
    "I64": "int64",
    "I32": "int32",
    "I16": "int16",
    "I8": "int8",
    "U64": "uint64",
    "U32": "uint32",
    "U16": "uint16",
    "U8": "uint8",
    "BOOL": "bool",
}


def stored_shape(dtype: str, shape: tuple[int, ...]) -> list[int]:
    """The shape of a tensor's entry in the blob: a complex one has its two parts as a last axis."""
    return [*shape, 2] if STORED[dtype].parts == 2 else list(shape)


def add(dtype: str, shape: tuple[int, ...], data: bytes, blob: Entries) -> str:
    """Put a tensor's elements into the blob; its name there."""
    name = str(len(blob))
    blob[name] = (STORED[dtype].name, stored_shape(dtype, shape), data)
    return name


def pack(blob: Entries) -> bytes:
    """The blob's bytes; nothing for no tensors."""
    if not blob:
        return b""
    specs = {}
    for name, (stored, shape, data) in blob.items():
        address = ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p).value or 0
        specs[name] = TensorSpec(dtype=_SPEC_NAMES[stored], shape=shape, data_ptr=address, data_len=len(data))
    return bytes(serialize(specs))  # `blob` holds the elements' bytes until here


def unpack(blob: bytes) -> Entries:
    """The entries of a blob. Raises WireError for what is no safetensors, or over a cap."""
    if not blob:
        return {}
    if len(blob) < 8 or int.from_bytes(blob[:8], "little") > HEADER_BYTES:
        raise WireError(f"a frame's tensors begin with a header over {HEADER_BYTES} bytes, or with none")
    try:
        entries = deserialize(blob)  # type: ignore[no-untyped-call]  # its stub leaves it untyped
    except SafetensorError as error:
        raise WireError(f"a frame's tensors are not safetensors: {error}") from None
    if len(entries) > TENSORS:
        raise WireError(f"a frame holds {len(entries)} tensors; {TENSORS} are allowed")
    return {name: (entry["dtype"], list(entry["shape"]), bytes(entry["data"])) for name, entry in entries}


class Tensors:
    """The entries of a frame's blob; each may be taken once, as what it was announced to be."""

    def __init__(self, entries: Entries) -> None:
        self.left = entries

    def take(self, name: object, dtype: str, shape: tuple[int, ...]) -> bytes:
        """The elements under this name. Raises KeyError, TypeError or ValueError for any other."""
        if not isinstance(name, str):
            raise TypeError("a tensor's name is text")
        stored = STORED[dtype]
        kind, found, data = self.left.pop(name)
        if (kind, found) != (stored.name, stored_shape(dtype, shape)):
            raise ValueError(f"a tensor announced as {dtype} {list(shape)} is {kind} {found}")
        if len(data) != stored.size * math.prod(found):
            raise ValueError(f"a tensor of {found} has {len(data)} bytes")
        return data

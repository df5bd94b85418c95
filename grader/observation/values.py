"""The kinds of thing that can be observed. Each is plain, frozen data: nothing of the student's object survives but
its numbers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stored:
    """How the elements of a dtype lie in `Tensor.data`: `parts` little-endian numbers of a safetensors type each.

    `name` is safetensors' own (`F64`), `numpy` NumPy's (`<f8`), `size` the bytes of one part. A complex element has two
    parts, real then imaginary. Types that NumPy lacks (bfloat16, the 8-bit floats) and quantised ones are widened to
    float32, which holds each of their values exactly.
    """

    name: str
    numpy: str
    size: int
    parts: int = 1


_F32, _F64 = Stored("F32", "<f4", 4), Stored("F64", "<f8", 8)

STORED: dict[str, Stored] = {
    "float64": _F64,
    "float32": _F32,
    "float16": Stored("F16", "<f2", 2),
    "bfloat16": _F32,
    "float8_e4m3fn": _F32,
    "float8_e4m3fnuz": _F32,
    "float8_e5m2": _F32,
    "float8_e5m2fnuz": _F32,
    "float8_e8m0fnu": _F32,
    "complex128": Stored("F64", "<f8", 8, parts=2),
    "complex64": Stored("F32", "<f4", 4, parts=2),
    "complex32": Stored("F32", "<f4", 4, parts=2),
    "int64": Stored("I64", "<i8", 8),
    "int32": Stored("I32", "<i4", 4),
    "int16": Stored("I16", "<i2", 2),
    "int8": Stored("I8", "|i1", 1),
    "uint64": Stored("U64", "<u8", 8),
    "uint32": Stored("U32", "<u4", 4),
    "uint16": Stored("U16", "<u2", 2),
    "uint8": Stored("U8", "|u1", 1),
    "bool": Stored("BOOL", "|b1", 1),
    "qint8": _F32,
    "quint8": _F32,
    "qint32": _F32,
}
"""By the dtype's name without `torch.`: how its elements are kept. A dtype that is not here is named, without data."""


@dataclass(frozen=True, slots=True)
class Tensor:
    """A torch tensor. `dtype`, `layout` and `device` are torch's own names without `torch.` ("float64", "strided",
    "cpu").

    `data` is the elements in C order as `STORED[dtype]` says, whatever the strides or the layout were (a sparse tensor
    is written out dense); None where there are none to read, as on the meta device.
    """

    dtype: str
    shape: tuple[int, ...]
    data: bytes | None
    layout: str = "strided"
    device: str = "cpu"


@dataclass(frozen=True, slots=True)
class Array:
    """A NumPy array of a numeric or boolean dtype; `data` as for a tensor."""

    dtype: str
    shape: tuple[int, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class Number:
    """A real or complex number, of Python or NumPy."""

    value: int | float | complex


@dataclass(frozen=True, slots=True)
class Flag:
    """True or False, of Python or NumPy. Not a number."""

    value: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A string, cut at the wire's cap for text."""

    value: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """None."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list or a tuple; a named tuple too."""

    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """A dict, in its order. Equality of two mappings is not a matter of order; the judge sees to that."""

    items: tuple[tuple[Value, Value], ...]


@dataclass(frozen=True, slots=True)
class Error:
    """An exception, by its type's name and its text.

    `line` and `source` are the deepest line of the student's own module that it passed through, from 1; None where it
    passed through none. `forward_line` and `forward_source` are where the value was made that a later in-place
    operation spoiled, where a second run under anomaly mode found it.
    """

    type: str
    message: str
    line: int | None = None
    source: str | None = None
    forward_line: int | None = None
    forward_source: str | None = None


@dataclass(frozen=True, slots=True)
class Opaque:
    """Anything else: only its type's name is known. `reason` says why a thing of a known kind was not recorded."""

    type: str
    reason: str = ""


Value = Tensor | Array | Number | Flag | Text | Nothing | Sequence | Mapping | Error | Opaque

"""What was seen of a module when it ran an exercise's cases, and how that crosses from the child to the grader.

`values` are the things that can be observed, `frames` what a child says of them one after another and the
`Observation` that they add up to, `wire` their bytes, `job` what a child is asked to do; `source` and `notebooks` read
the code that it is asked to run, and run none of it. Nothing here knows what is right. The standard library and
safetensors only: the same files run in the sandboxed child, where they encode, and in the grader, where they decode and
trust nothing.
"""

from grader.observation.frames import (
    Called,
    CaseSeen,
    Done,
    Ended,
    EndKind,
    Failed,
    Frame,
    Loaded,
    Observation,
    Printed,
    Read,
    Ready,
    Trial,
    Violation,
    assemble,
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
from grader.observation.wire import FrameReader, encode

__all__ = [
    "Array",
    "Called",
    "CaseSeen",
    "Done",
    "EndKind",
    "Ended",
    "Error",
    "Failed",
    "Flag",
    "Frame",
    "FrameReader",
    "Loaded",
    "Mapping",
    "Nothing",
    "Number",
    "Observation",
    "Opaque",
    "Printed",
    "Read",
    "Ready",
    "Sequence",
    "Tensor",
    "Text",
    "Trial",
    "Value",
    "Violation",
    "assemble",
    "encode",
]

"""Frames as bytes: what is written is what is read, and whatever else arrives is a WireError."""

from __future__ import annotations

import json
import math
import struct
from dataclasses import fields, is_dataclass

import numpy as np
import pytest
import strategies
from builders import array, tensor
from hypothesis import example, given
from hypothesis import strategies as st

from grader.errors import WireError
from grader.observation import (
    CaseSeen,
    Done,
    Ended,
    EndKind,
    Error,
    Failed,
    Flag,
    FrameReader,
    Loaded,
    Mapping,
    Nothing,
    Number,
    Opaque,
    Printed,
    Ready,
    Sequence,
    Tensor,
    Text,
    Trial,
    Violation,
    encode,
    wire,
)
from grader.observation.blob import HEADER_BYTES, TENSORS
from grader.observation.values import STORED
from grader.observation.wire import DEPTH, INTEGER_DIGITS, TEXT_BYTES, decode

NAN_BITS = "7ff8000000c0ffee"
NAN = struct.unpack(">d", bytes.fromhex(NAN_BITS))[0]

EVERY_KIND = CaseSeen(
    1,
    2,
    (
        Trial(
            (
                ("matrix", tensor([[1.5, -0.0], [math.inf, math.nan]])),
                ("complex", tensor([1 + 2j], "complex64")),
                ("on the meta device", Tensor("float32", (2**40, 2**40), None, device="meta")),
                ("array", array([1, 2], "uint8")),
                ("raised", Error("E", "m")),
                ("list", Sequence((Number(3), Number(-0.0), Number(1 - 2j), Flag(value=True), Nothing()))),
                ("dict", Mapping(((Text("é"), Opaque("Foo", "why")), (Number(1), tensor([True], "bool"))))),
            ),
            Error("ValueError", "two\nlines", 3, "x = 1", 2, "y = 2"),
            (Error("UserWarning", "careful"),),
        ),
    ),
    0.25,
)


def exact(thing):
    """A frame as tuples in which a float is its bits, so that NaN equals itself and -0.0 is not 0.0."""
    if is_dataclass(thing):
        return (type(thing), *(exact(getattr(thing, each.name)) for each in fields(thing)))
    if isinstance(thing, tuple):
        return tuple(exact(each) for each in thing)
    if isinstance(thing, float):
        return float, struct.pack(">d", thing)
    if isinstance(thing, complex):
        return complex, exact(thing.real), exact(thing.imag)
    return type(thing), thing


def read(data: bytes):
    (frame,) = FrameReader().feed(data)
    return frame


def there_and_back(value):
    frame = read(encode(CaseSeen(0, 0, (Trial((("v", value),)),), 0.0)))
    return frame.trials[0].values[0][1]


def header_of(name: str, /, **parts: object) -> bytes:
    return json.dumps([name, parts]).encode()


def case_header(value: object, **parts: object) -> bytes:
    trials = [[[["v", value]], None, []]]
    return header_of("case", **{"run": 0, "case": 0, "seconds": "0" * 16, "trials": trials, **parts})


def blob_of(**entries: tuple[str, list[int], bytes]) -> bytes:
    """Safetensors by hand: the length of a JSON header, the header, the elements."""
    header, data = {}, b""
    for name, (dtype, shape, elements) in entries.items():
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [len(data), len(data) + len(elements)]}
        data += elements
    text = json.dumps(header, separators=(",", ":")).encode()
    return struct.pack("<Q", len(text)) + text + data


# What is written is read


@given(st.lists(strategies.frames, max_size=3), st.data())
def test_frames_survive_the_wire_whatever_the_pieces_in_which_their_bytes_arrive(frames, data) -> None:
    sent = b"".join(encode(frame) for frame in frames)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)), max_size=5)))
    reader, received = FrameReader(), []
    for start, end in zip([0, *cuts], [*cuts, len(sent)], strict=True):
        received += reader.feed(sent[start:end])
    assert exact(tuple(received)) == exact(tuple(frames))
    assert not reader.inside_a_frame


def test_a_frame_may_arrive_byte_by_byte() -> None:
    reader, received = FrameReader(), []
    sent = encode(EVERY_KIND)
    for number, byte in enumerate(sent, 1):
        received += reader.feed(bytes([byte]))
        assert reader.inside_a_frame == (number < len(sent))
    assert exact(received[0]) == exact(EVERY_KIND)


@pytest.mark.parametrize("dtype", STORED)
def test_every_stored_dtype_survives_with_no_one_and_many_elements(dtype) -> None:
    for numbers in ([], 1, [[0, 1], [1, 1]], np.zeros((3, 0, 2))):
        assert there_and_back(tensor(numbers, dtype)) == tensor(numbers, dtype)
        assert there_and_back(array(numbers, dtype)) == array(numbers, dtype)


@pytest.mark.parametrize("number", [NAN, -NAN, math.inf, -math.inf, -0.0, 5e-324, 0.1, complex(NAN, -0.0)])
def test_a_float_arrives_with_all_its_bits(number) -> None:
    assert exact(there_and_back(Number(number))) == exact(Number(number))


@pytest.mark.parametrize("number", [0, -1, 2**63, -(2**64), 10 ** (INTEGER_DIGITS - 1), -(10 ** (INTEGER_DIGITS - 2))])
def test_an_integer_of_any_size_up_to_the_cap_arrives(number) -> None:
    assert there_and_back(Number(number)) == Number(number)


def test_the_form_on_the_wire_is_the_one_that_is_written_down() -> None:
    data = encode(EVERY_KIND)
    size, blob_size = struct.unpack(">II", data[:8])
    assert len(data) == 8 + size + blob_size
    kind, parts = json.loads(data[8 : 8 + size])
    (values, error, warnings) = parts["trials"][0]
    assert (kind, parts["run"], parts["case"], parts["seconds"]) == ("case", 1, 2, "3fd0000000000000")
    assert values[0] == ["matrix", ["tensor", "float64", [2, 2], "strided", "cpu", "0"]]
    assert values[2][1] == ["tensor", "float32", [2**40, 2**40], "strided", "meta", None]
    assert values[5][1][1][:2] == [["integer", "3"], ["real", "8000000000000000"]]
    assert error == ["ValueError", "two\nlines", 3, "x = 1", 2, "y = 2"]
    assert warnings == [["UserWarning", "careful", None, None, None, None]]


def test_a_frame_without_tensors_has_no_blob() -> None:
    assert encode(Done(3)) == b'\0\0\0\x12\0\0\0\0["done",{"run":3}]'


# Caps, exactly at and just over


def test_a_header_may_be_as_long_as_the_cap_and_no_longer() -> None:
    rest = len(encode(Ended(EndKind.CRASHED, ""))) - 8
    at_the_cap = Ended(EndKind.CRASHED, "x" * (HEADER_BYTES - rest))
    assert read(encode(at_the_cap)) == at_the_cap
    with pytest.raises(WireError, match=r"^a frame's header of 65537 bytes is over 65536$"):
        encode(Ended(EndKind.CRASHED, "x" * (HEADER_BYTES - rest + 1)))


def test_a_claim_of_a_longer_header_is_refused_before_its_bytes_are_there() -> None:
    assert list(FrameReader().feed(struct.pack(">II", HEADER_BYTES, 0))) == []
    with pytest.raises(WireError, match=r"^a frame claims a header of 65537 bytes; 65536 are allowed$"):
        list(FrameReader().feed(struct.pack(">II", HEADER_BYTES + 1, 0)))


def test_the_blobs_of_all_frames_together_keep_to_the_submissions_cap() -> None:
    data = encode(EVERY_KIND)
    blob = struct.unpack(">II", data[:8])[1]
    assert len(list(FrameReader(2 * blob).feed(data + data))) == 2
    reader = FrameReader(2 * blob - 1)
    frames = reader.feed(data + data)
    next(frames)
    with pytest.raises(WireError, match=rf"claims {blob} bytes of tensors; {blob - 1} are left to this submission$"):
        next(frames)


def test_a_frame_of_too_many_bytes_of_tensors_is_not_written(monkeypatch) -> None:
    blob = len(encode(EVERY_KIND)) - 8 - struct.unpack(">I", encode(EVERY_KIND)[:4])[0]
    monkeypatch.setattr(wire, "BLOB_BYTES", blob)
    encode(EVERY_KIND)
    monkeypatch.setattr(wire, "BLOB_BYTES", blob - 1)
    with pytest.raises(WireError, match=rf"^a frame's tensors of {blob} bytes are over {blob - 1}$"):
        encode(EVERY_KIND)


def test_a_frame_may_hold_as_many_tensors_as_the_cap_and_no_more() -> None:
    flag = tensor(True, "bool")  # an element
    assert there_and_back(Sequence((flag,) * TENSORS)) == Sequence((flag,) * TENSORS)
    with pytest.raises(WireError, match=r"^a frame of 257 tensors is over 256$"):
        encode(CaseSeen(0, 0, (Trial((("v", Sequence((flag,) * (TENSORS + 1))),)),), 0.0))
    names = [str(number) for number in range(TENSORS + 1)]
    items = [["tensor", "bool", [], "strided", "cpu", name] for name in names]
    with pytest.raises(WireError, match=r"^a frame holds 257 tensors; 256 are allowed$"):
        decode(case_header(["sequence", items]), blob_of(**dict.fromkeys(names, ("BOOL", [], b"\1"))))


def nested(depth: int):
    value = Nothing()
    for _ in range(depth - 1):
        value = Sequence((value,))
    return value


def test_a_value_may_be_nested_as_deep_as_the_cap_and_no_deeper() -> None:
    assert there_and_back(nested(DEPTH)) == nested(DEPTH)
    assert there_and_back(Mapping(((nested(DEPTH - 1), Nothing()),))) == Mapping(((nested(DEPTH - 1), Nothing()),))
    with pytest.raises(WireError, match=r"^a value is nested more than 16 deep$"):
        there_and_back(nested(DEPTH + 1))
    form: object = ["nothing"]
    for _ in range(DEPTH):
        form = ["sequence", [form]]
    with pytest.raises(WireError, match=r"nested more than 16 deep$"):
        decode(case_header(form), b"")


def test_an_integer_may_have_as_many_digits_as_the_cap_and_no_more() -> None:
    digits = "9" * INTEGER_DIGITS
    assert decode(case_header(["integer", digits]), b"").trials[0].values[0][1] == Number(int(digits))
    with pytest.raises(WireError, match="no such kind of value"):
        decode(case_header(["integer", digits + "9"]), b"")


def test_a_text_may_have_as_many_bytes_as_the_cap_and_no_more() -> None:
    assert decode(header_of("ended", kind="crashed", detail="é" * (TEXT_BYTES // 2), run=0, case=0), b"").kind
    with pytest.raises(WireError, match="text of 32769 characters"):
        decode(header_of("ended", kind="crashed", detail="é" * (TEXT_BYTES // 2 + 1), run=0, case=0), b"")


# What cannot be written


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (Tensor("no_such_type", (1,), b"\0"), "KeyError: 'no_such_type'"),
        (Tensor("float64", (2,), b"\0"), "SafetensorError: "),
        (Number(10**5000), "ValueError: Exceeds the limit"),
    ],
)
def test_a_value_that_has_no_form_cannot_be_written(value, reason) -> None:
    with pytest.raises(WireError, match=f"^a frame cannot be written: {reason}"):
        there_and_back(value)


def test_what_was_printed_has_no_frame() -> None:
    with pytest.raises(WireError, match=r"^what was printed has no frame$"):
        encode(Printed("hello"))


# What is not a frame


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"nonsense",
        b"\xff\xfe\xfd",
        b"{",
        b"null",
        b"3",
        b"[]",
        b'["done"]',
        b'["done",{"run":0},0]',
        b'["done",[0]]',
        b'["done",{}]',
        b'["done",{"run":true}]',
        b'["done",{"run":-1}]',
        b'["done",{"run":2147483648}]',
        b'["done",{"run":0.0}]',
        b'["done",{"run":"0"}]',
        b'["no such kind",{}]',
        b'[["done"],{"run":0}]',
        b'["ready",{"versions":{}}]',
        b'["ready",{"versions":[["torch"]]}]',
        b'["ready",{"versions":[["torch",2]]}]',
        b'["ready",{"versions":[["torch","\\ud800"]]}]',
        b'["ended",{"kind":"no such end","detail":"","run":0,"case":0}]',
        b'["ended",{"kind":[],"detail":"","run":0,"case":0}]',
        b'["ended",{"kind":"crashed","detail":null,"run":0,"case":0}]',
        b'["loaded",{"run":0,"defined":[],"lines":[["f","3"]],"violations":[],"error":null}]',
        b'["loaded",{"run":0,"defined":[],"lines":[],"violations":[[0,1]],"error":null}]',
        b'["loaded",{"run":0,"defined":[],"lines":[],"violations":[[0,1.5,null]],"error":null}]',
        b'["loaded",{"run":0,"defined":[],"lines":[],"violations":[],"error":["a","b"]}]',
        b'["loaded",{"run":0,"defined":[],"lines":[],"violations":[],"error":false}]',
        b"[" * 60_000,
        b'["case",' + b'{"a":' * 10_000,
        b"9" * 60_000,
    ],
)
def test_a_header_of_another_form_is_refused(header) -> None:
    with pytest.raises(WireError):
        decode(header, b"")


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        ["no such kind"],
        ["flag", 1],
        ["flag"],
        ["integer", 1],
        ["integer", "1.0"],
        ["integer", "+1"],
        ["integer", "1\n"],
        ["integer", "１"],  # noqa: RUF001  # a digit, but not one of these
        ["integer", ""],
        ["real", "00"],
        ["real", "zz" * 8],
        ["real", 0.5],
        ["real", None],
        ["complex", "0" * 16],
        ["complex", "0" * 16, "0" * 14],
        ["text", 3],
        ["text", "\udc80"],
        ["nothing", None],
        ["sequence", {}],
        ["sequence", [None]],
        ["mapping", [[["nothing"]]]],
        ["mapping", [["nothing", "nothing"]]],
        ["mapping", {"a": ["nothing"]}],
        ["error", ["E", "m", None, None, None]],
        ["error", ["E", "m", -1, None, None, None]],
        ["opaque", "T"],
        ["opaque", "T", None],
        ["tensor", "float64", [1], "strided", "cpu", "0"],
        ["tensor", "no_such_type", [1], "strided", "cpu", "0"],
        ["tensor", "float64", [-1], "strided", "cpu", None],
        ["tensor", "float64", [2**63], "strided", "cpu", None],
        ["tensor", "float64", [True], "strided", "cpu", None],
        ["tensor", "float64", 1, "strided", "cpu", None],
        ["tensor", "float64", [1], "strided", "cpu", 0],
        ["tensor", "float64", [1], "strided", "cpu", ["0"]],
        ["tensor", 64, [1], "strided", "cpu", None],
        ["tensor", "float64", [1], "strided", 0, None],
        ["array", "float64", [1], None],
        ["array", "float64", [1]],
    ],
)
def test_a_value_of_another_form_is_refused(value) -> None:
    with pytest.raises(WireError):
        decode(case_header(value), b"")


@pytest.mark.parametrize(
    "parts",
    [
        {"case": None},
        {"seconds": 1},
        {"seconds": NAN_BITS},
        {"seconds": "7ff0" + "0" * 12},
        {"seconds": "bff0" + "0" * 12},
        {"trials": None},
        {"trials": [[]]},
        {"trials": [[[], None]]},
        {"trials": [[{}, None, []]]},
        {"trials": [[[["v"]], None, []]]},
        {"trials": [[[[3, ["nothing"]]], None, []]]},
    ],
)
def test_a_case_of_another_form_is_refused(parts) -> None:
    decode(case_header(["nothing"]), b"")
    with pytest.raises(WireError):
        decode(case_header(["nothing"], **parts), b"")


FLOATS = ["tensor", "float64", [2], "strided", "cpu", "0"]
SIXTEEN = bytes(16)


def test_a_tensor_is_found_under_the_name_that_the_header_gives() -> None:
    frame = decode(case_header(FLOATS), blob_of(**{"0": ("F64", [2], SIXTEEN)}))
    assert frame.trials[0].values == (("v", tensor([0, 0])),)


@pytest.mark.parametrize(
    ("value", "blob", "reason"),
    [
        (FLOATS, b"", "KeyError: '0'"),
        (FLOATS, blob_of(other=("F64", [2], SIXTEEN)), "KeyError: '0'"),
        (FLOATS, blob_of(**{"0": ("F64", [2], SIXTEEN), "b": ("U8", [1], b"\0"), "a": ("U8", [1], b"\0")}),
         "a frame holds tensors that nothing names: a, b"),
        (["nothing"], blob_of(**{"0": ("F64", [2], SIXTEEN)}), "a frame holds tensors that nothing names: 0"),
        (["sequence", [FLOATS, FLOATS]], blob_of(**{"0": ("F64", [2], SIXTEEN)}), "KeyError: '0'"),
        (FLOATS, blob_of(**{"0": ("F32", [4], SIXTEEN)}), "a tensor announced as float64 [2] is F32 [4]"),
        (FLOATS, blob_of(**{"0": ("F64", [2, 1], SIXTEEN)}), "a tensor announced as float64 [2] is F64 [2, 1]"),
        (FLOATS, blob_of(**{"0": ("I64", [2], SIXTEEN)}), "a tensor announced as float64 [2] is I64 [2]"),
        (["array", "complex64", [2], "0"], blob_of(**{"0": ("F32", [4], SIXTEEN)}),
         "a tensor announced as complex64 [2] is F32 [4]"),
        (FLOATS, b"\0", "begin with a header over 65536 bytes, or with none"),
        (FLOATS, struct.pack("<Q", HEADER_BYTES + 1) + bytes(100), "begin with a header over 65536 bytes"),
        (FLOATS, struct.pack("<Q", 2**63) + bytes(100), "begin with a header over 65536 bytes"),
        (FLOATS, struct.pack("<Q", 8) + b"{}{}{}{}", "a frame's tensors are not safetensors"),
        (FLOATS, blob_of(**{"0": ("F64", [2], SIXTEEN)})[:-1], "a frame's tensors are not safetensors"),
        (FLOATS, blob_of(**{"0": ("F64", [2], SIXTEEN)}) + b"\0", "a frame's tensors are not safetensors"),
        (FLOATS, blob_of(**{"0": ("F64", [2], SIXTEEN)}).replace(b"[0,16]", b"[8,16]"), "not safetensors"),
        (FLOATS, blob_of(**{"0": ("F64", [2], SIXTEEN)}).replace(b"F64", b"F99"), "not safetensors"),
    ],
)  # fmt: skip
def test_tensors_that_are_not_as_announced_are_refused(value, blob, reason) -> None:
    with pytest.raises(WireError) as caught:
        decode(case_header(value), blob)
    assert reason in str(caught.value)


def test_a_tensor_whose_elements_do_not_fill_its_shape_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(
        "grader.observation.blob.deserialize", lambda _: [("0", {"dtype": "F64", "shape": [2], "data": bytes(15)})]
    )
    with pytest.raises(WireError, match=r"a tensor of \[2\] has 15 bytes"):
        decode(case_header(FLOATS), bytes(8))


# Whatever arrives is a frame or a WireError

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["tensor", "0"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["run", "case"]), inner, max_size=3),
    max_leaves=10,
)


@given(st.binary(max_size=200))
@example(struct.pack(">II", 0, 0))
def test_random_bytes_are_frames_or_a_wire_error(data) -> None:
    reader = FrameReader()
    try:
        assert list(reader.feed(data)) == []
        assert reader.inside_a_frame == bool(data)
    except WireError:
        pass


@given(json_values | st.tuples(st.sampled_from(["ready", "loaded", "case", "done", "ended"]), json_values))
def test_random_json_is_a_frame_or_a_wire_error(document) -> None:
    try:
        frame = decode(json.dumps(document).encode(), b"")
    except WireError:
        return
    assert read(encode(frame)) == frame


@given(json_values)
def test_a_random_value_is_a_value_or_a_wire_error(value) -> None:
    try:
        frame = decode(case_header(value), b"")
    except WireError:
        return
    assert isinstance(frame, CaseSeen)


MUTATED = (
    EVERY_KIND,
    Loaded(0, (("f", "function"),), (("f", 3),), (Violation(0, 1, "x"),), Error("E", "m")),
    Ready((("torch", "2"),)),
    Ended(EndKind.TIMEOUT, "late", 1, 2),
    Failed("the harness broke"),
)


changes = st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 3), st.integers(0, 255))


@given(st.sampled_from(MUTATED), st.lists(changes, min_size=1, max_size=3))
def test_a_frame_with_changed_bytes_is_a_frame_or_a_wire_error(frame, changes) -> None:
    data = bytearray(encode(frame))
    for place, kind, byte in changes:
        at = int(place * len(data))
        data[at : at + (kind != 3)] = (bytes([byte]), b"", bytes([data[at] ^ 1 << byte % 8]), bytes([byte]))[kind]
    try:
        frames = list(FrameReader().feed(bytes(data)))
    except WireError:
        return
    assert all(isinstance(each, (Ready, Loaded, CaseSeen, Done, Failed, Ended)) for each in frames)


@pytest.mark.parametrize("frame", MUTATED)
def test_every_kind_of_frame_survives(frame) -> None:
    assert exact(read(encode(frame))) == exact(frame)


@pytest.mark.parametrize("frame", MUTATED)
def test_a_frame_cut_short_is_no_frame_yet(frame) -> None:
    data = encode(frame)
    for end in range(1, len(data)):
        reader = FrameReader()
        assert list(reader.feed(data[:end])) == []
        assert reader.inside_a_frame

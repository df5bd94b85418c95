"""Observed values and errors in a few words, for messages."""

from __future__ import annotations

from grader.observation import Array, Error, Flag, Mapping, Nothing, Number, Opaque, Sequence, Tensor, Text, Value

MESSAGE_CHARACTERS = 200


def in_words(value: Value) -> str:
    """What a value is, in a few words."""
    match value:
        case Tensor(dtype, shape, layout=layout, device=device):
            kind = "" if layout == "strided" else f"{layout.replace('_', ' ')} "
            return (
                f"a {kind}tensor of shape {list(shape)} and dtype {dtype}{'' if device == 'cpu' else f' on {device}'}"
            )
        case Array(dtype, shape):
            return f"a NumPy array of shape {list(shape)} and dtype {dtype}"
        case Number(number):
            return f"the number {number_text(number)}"
        case Flag(flag):
            return str(flag)
        case Text(text):
            return f"the text {text[:80]!r}{'…' if len(text) > 80 else ''}"
        case Nothing():
            return "None"
        case Sequence(items):
            return f"a list of {len(items)}"
        case Mapping(items):
            return f"a dict of {len(items)}"
        case Error():
            return error_text(value)
        case Opaque(type_name, reason):
            return f"something of type {type_name}{f' ({reason})' if reason else ''}"


def number_text(number: complex) -> str:
    """A number with six digits, or all of an integer; a negative zero is a zero."""
    if isinstance(number, int):
        return str(number)
    return f"{number + 0.0:.6g}"


def error_text(error: Error) -> str:
    """An error in one line: type, text, and the student's line."""
    first_line = _shortened(error.message.strip().split("\n")[0])
    where = f" (line {error.line})" if error.line else ""
    return f"{error.type or 'a nameless error'}{f': {first_line}' if first_line else ''}{where}"


def _shortened(text: str) -> str:
    """The text, or its first sentence where it goes on for long; torch's errors often do."""
    if len(text) <= MESSAGE_CHARACTERS:
        return text
    start = text[:MESSAGE_CHARACTERS]
    sentence, stop, _ = start.partition(". ")
    return f"{sentence}. …" if stop else f"{start.rpartition(' ')[0] or start} …"

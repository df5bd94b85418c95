"""Foreign text made harmless: what a student wrote or printed may be shown, but never obeyed.

Removed are escape sequences and control characters, which would drive the reader's terminal, and the bidirectional
controls, which would show a line of code in another order than Python reads it. Lone surrogates, which no file can
hold, become U+FFFD. Lines stay lines: a text keeps its line numbers.
"""

from __future__ import annotations

import re
from typing import TypeVar

from pydantic import BaseModel

from grader.report import Report

Model = TypeVar("Model", bound=BaseModel)

# ECMA-48: a control sequence (CSI), a control string (OSC, DCS, SOS, PM, APC) up to its terminator, and then any single
# C0 or C1 control but tab and newline. No alternative can run over the end of a line.
_UNWANTED = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f]"
    r"|[\u202a-\u202e\u2066-\u2069]"
)
_NOT_PLAIN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")  # all that is changed
_CONTROLS_IN_JSON = ("\\u", "\\b", "\\f", "\\r", "\x7f")
_END_OF_LINE = re.compile(r"\r\n?")
_SEPARATORS = re.compile(r"[\u2028\u2029]")  # a browser breaks the line there, Python does not
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def plain(text: str) -> str:
    """The text with tabs and newlines as its only controls, encodable as UTF-8."""
    if not _NOT_PLAIN.search(text):
        return text
    text = _END_OF_LINE.sub("\n", text)
    text = _UNWANTED.sub("", text)
    text = _SEPARATORS.sub(" ", text)
    return _SURROGATES.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The plain text on one line: every run of whitespace is one space."""
    return " ".join(plain(text).split())


def plain_report(report: Report) -> Report:
    """The same report with every text in it plain. Renderers start here, so that no field can be forgotten."""
    return plain_model(report)


def plain_model(model: Model) -> Model:
    """The same data with every text in it plain."""
    return model if _is_plain(model) else type(model).model_validate(_plain_inside(model.model_dump()))


def _is_plain(model: BaseModel) -> bool:
    """Whether it surely is, by one look at its JSON: most are, and going through every field takes longer."""
    try:
        text = model.model_dump_json()
    except ValueError:  # half a character has no JSON
        return False
    return not any(each in text for each in _CONTROLS_IN_JSON) and (text.isascii() or not _NOT_PLAIN.search(text))


def _plain_inside(value: object) -> object:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {_plain_inside(key): _plain_inside(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return tuple(_plain_inside(item) for item in value)
    return value

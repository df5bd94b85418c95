"""An exception as an observation: its type, its text, and the student's own line. Never a frame of the harness."""

from __future__ import annotations

from types import TracebackType
from typing import TypeGuard

from grader.observation.values import Error

MESSAGE_CHARACTERS = 4000
_TRACEBACK_OF_ERROR = BaseException.__dict__["__traceback__"].__get__  # a student's class may have its own
_NAME_OF_TYPE = type.__dict__["__name__"].__get__


def describe(error: BaseException, filename: str, lines: list[str]) -> Error:
    """What is known of `error`, with the deepest line that it passed through in the student's module, called
    `filename`.
    """
    try:
        number = _line(error, filename)
    except BaseException:  # what a student's exception has for attributes may fail as well
        number = None
    return Error(type_name(error), clean(message_of(error)), number, line_text(lines, number))


def _line(error: BaseException, filename: str) -> int | None:
    if _is_syntax_error(error) and error.filename == filename:
        number = error.lineno
        return number if type(number) is int and 0 < number < 2**31 else None
    return deepest_line(_TRACEBACK_OF_ERROR(error), filename)


def _is_syntax_error(error: object) -> TypeGuard[SyntaxError]:
    return issubclass(type(error), SyntaxError)  # not what its `__class__` says


def deepest_line(traceback: TracebackType | None, filename: str) -> int | None:
    """The last line of `filename` on the way to where the error was raised."""
    found = None
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == filename:
            found = traceback.tb_lineno
        traceback = traceback.tb_next
    return found


def line_text(lines: list[str], number: int | None) -> str | None:
    """Line `number`, from 1, of the student's source, without its indentation."""
    if number is None or not 1 <= number <= len(lines):
        return None
    return clean(lines[number - 1].strip())[:500]


def message_of(error: object) -> str:
    """The text of an error or a warning. A student's exception may have a `__str__` that fails: then it has none."""
    try:
        if type(error) is SystemExit and error.code is None:
            return ""
        return str(error.msg if _is_syntax_error(error) else error)
    except BaseException:
        return ""


def type_name(thing: object) -> str:
    """The name of an object's real type, whatever its `__class__` or its metaclass says."""
    return clean(_NAME_OF_TYPE(type(thing)))[:200]


def clean(text: str) -> str:
    """Text that encodes as UTF-8, cut at the cap for a message."""
    plain = str.__getitem__(text, slice(MESSAGE_CHARACTERS))  # a subclass of str may have its own way to be cut
    return plain.encode("utf-8", "replace").decode("utf-8")

"""An exception as an observation: its type, its text, and the student's own line. Never a frame of the harness."""

from __future__ import annotations

from types import TracebackType

from grader.observation.values import Error

MESSAGE_CHARACTERS = 4000


def describe(error: BaseException, filename: str, lines: list[str]) -> Error:
    """What is known of `error`, with the deepest line that it passed through in the student's module, called
    `filename`.
    """
    if isinstance(error, SyntaxError) and error.filename == filename:
        number = error.lineno
    else:
        number = deepest_line(error.__traceback__, filename)
    return Error(type_name(error), clean(message_of(error)), number, line_text(lines, number))


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


def message_of(error: BaseException) -> str:
    """The error's text. A student's exception may have a `__str__` that fails: then it has none."""
    if isinstance(error, SyntaxError):
        return str(error.msg)
    try:
        return str(error)
    except BaseException:
        return ""


def type_name(thing: object) -> str:
    """The name of an object's real type, whatever its `__class__` says."""
    try:
        name = type.__getattribute__(type(thing), "__name__")
    except BaseException:
        return "?"
    return clean(name)[:200] if type(name) is str else "?"


def clean(text: str) -> str:
    """Text that encodes as UTF-8, cut at the cap for a message."""
    return text[:MESSAGE_CHARACTERS].encode("utf-8", "replace").decode("utf-8")

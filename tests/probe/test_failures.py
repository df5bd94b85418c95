"""An exception is described by its real type, its text and the student's own line, whatever it says of itself."""

from __future__ import annotations

import json

import pytest

from grader.observation import Error
from grader.probe.failures import clean, describe, line_text, message_of, type_name

NAME = "exercise_03.py"


def error_of(source):
    lines = source.split("\n")
    try:
        exec(compile(source, NAME, "exec", dont_inherit=True), {"json": json, "harness": harness})
    except BaseException as error:
        return describe(error, NAME, lines)
    return None


def harness(function):
    return function()


def test_the_deepest_line_of_the_students_own_is_named():
    assert error_of("def inner():\n    return {}['a']\n\ndef outer():\n    return inner()\nouter()") == Error(
        "KeyError", "'a'", 2, "return {}['a']"
    )


def test_a_line_of_a_library_or_of_the_harness_is_never_named():
    assert error_of("def f(x):\n    return json.loads(x)\nf('{')").line == 2
    assert error_of("harness(lambda: 1 / 0)") == Error(
        "ZeroDivisionError", "division by zero", 1, "harness(lambda: 1 / 0)"
    )
    assert error_of("\n\nharness(None)").line == 3


def test_an_error_that_passed_no_line_of_the_student_has_none():
    def fail():
        raise ValueError("elsewhere")

    with pytest.raises(ValueError, match="elsewhere") as caught:
        fail()
    assert describe(caught.value, NAME, ["x"]) == Error("ValueError", "elsewhere")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("def __str__(self): return 1 / 0", Error("Own", "", 3, "raise Own('text')")),
        ("def __str__(self): raise SystemExit", Error("Own", "", 3, "raise Own('text')")),
        ("def __str__(self): return 5", Error("Own", "", 3, "raise Own('text')")),
        ("def __getattribute__(self, name): return 1 / 0", Error("Own", "text", 3, "raise Own('text')")),
        ("__traceback__ = property(lambda self: 1 / 0)", Error("Own", "text", 3, "raise Own('text')")),
        ("__traceback__ = 5", Error("Own", "text", 3, "raise Own('text')")),
        ("__class__ = property(lambda self: 1 / 0)", Error("Own", "text", 3, "raise Own('text')")),
        ("__class__ = SyntaxError", Error("Own", "text", 3, "raise Own('text')")),
        ("__name__ = 'Other'", Error("Own", "text", 3, "raise Own('text')")),
    ],
)
def test_an_exception_that_fails_when_it_is_asked_is_still_described(body, expected):
    assert error_of(f"class Own(Exception):\n    {body}\nraise Own('text')") == expected


@pytest.mark.parametrize("line", ["'2'", "-1", "2.0", "None", "10**12", "True"])
def test_a_syntax_error_with_a_forged_line_has_none(line):
    found = error_of(f"raise SyntaxError('text', ('{NAME}', {line}, 0, ''))")
    assert found == Error("SyntaxError", "text")


def test_a_syntax_error_of_the_module_has_the_line_that_it_names():
    assert error_of("x = 1\ny = = 2") == Error("SyntaxError", "invalid syntax", 2, "y = = 2")


def test_the_last_error_of_a_chain_is_the_one_described():
    found = error_of("try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError('then') from e")
    assert found == Error("ValueError", "then", 4, "raise ValueError('then') from e")


def test_messages_are_cut_and_encodable():
    assert message_of(ValueError("a")) == "a"
    assert message_of(SystemExit(3)) == "3"
    assert clean("n" * 5000) == "n" * 4000
    assert clean("half \ud800") == "half ?"

    class Text(str):
        __slots__ = ()
        __getitem__ = encode = None

    found = clean(Text("plain"))
    assert (found, type(found)) == ("plain", str)


def test_a_line_outside_of_the_source_has_no_text():
    lines = ["    first", "second \ud800", "n" * 600]
    assert [line_text(lines, number) for number in (None, 0, -1, 4)] == [None] * 4
    assert [line_text(lines, number) for number in (1, 2)] == ["first", "second ?"]
    assert line_text(lines, 3) == "n" * 500


def test_a_type_is_known_by_its_own_name():
    class Meta(type):
        __name__ = property(lambda _: 1 / 0)

    class Thing(metaclass=Meta):
        __class__ = int

    assert type_name(Thing()) == "Thing"
    assert type_name(Thing) == "Meta"
    assert type_name(3) == "int"

"""Reading source never warns, whatever Python thinks of it; what is no Python is an error all the same."""

from __future__ import annotations

import ast
import warnings

import pytest

from grader.observation.notebooks import module_of, text_of
from grader.observation.source import parsed, quietly

DOUBTFUL = ["pattern = '\\d'", "x = 1or 2", "x = [0x1for _ in ()]"]


@pytest.mark.parametrize("policy", ["always", "error"])
@pytest.mark.parametrize("source", DOUBTFUL)
@pytest.mark.parametrize(
    "read", [parsed, lambda source: module_of(source, (1,), "a.ipynb"), lambda source: text_of(source, (1,))]
)
def test_no_warning_is_shown_or_becomes_an_error(source, read, policy):
    with warnings.catch_warnings(record=True) as shown:
        warnings.simplefilter(policy)
        read(source)
    assert shown == []


def test_the_filters_are_afterwards_as_they_were():
    before = list(warnings.filters)
    with quietly():
        assert warnings.filters != before
    with pytest.raises(SyntaxError):
        parsed("def f(:")
    assert warnings.filters == before


def test_the_tree_is_that_of_the_source_and_knows_its_file():
    assert ast.dump(parsed("x = 1")) == ast.dump(ast.parse("x = 1"))
    with pytest.raises(SyntaxError) as caught:
        parsed("\n\nx = = 1", "exercise_03.py")
    assert (caught.value.filename, caught.value.lineno) == ("exercise_03.py", 3)


@pytest.mark.parametrize("source", ["x = \0", "(" * 5000, "-" * 100_000 + "1", "\ud800"])
def test_what_is_no_python_is_an_error(source):
    with pytest.raises((SyntaxError, ValueError, RecursionError, MemoryError)):
        parsed(source)

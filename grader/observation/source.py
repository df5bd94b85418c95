"""Source text as a syntax tree, without the warnings that Python has about it, as of a backslash that escapes nothing:
they are for whoever runs the code.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quietly() -> Iterator[None]:
    """No warning is shown, and none becomes an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def parsed(source: str, filename: str = "<source>") -> ast.Module:
    """The tree of a module's source. Raises what `ast.parse` does where it is no Python: SyntaxError, ValueError (for a
    null character), RecursionError or MemoryError (for what is nested too deeply).
    """
    with quietly():
        return ast.parse(source, filename)

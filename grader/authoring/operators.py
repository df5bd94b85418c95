"""Mutants of a right answer: the same module with one mistake in it, as they are made in autograd and training code.

A mutant is what an exercise must tell from the right answer. Everything here is a pure function of the source.
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from grader.authoring import statement_operators as statement
from grader.authoring import tensor_operators as tensor
from grader.authoring import usual_operators as usual
from grader.authoring.rewriting import Change, Rewriter
from grader.authoring.surroundings import Surroundings
from grader.observation.source import parsed, quietly

Operator = Callable[[ast.AST, Surroundings], Iterator[Change]]

OPERATORS: dict[str, Operator] = {
    **{f"drop-{name}": partial(statement.drop_call, name) for name in statement.DROPPED_CALLS},
    **{f"drop-{name}": partial(statement.drop_keyword, name) for name in statement.DROPPED_KEYWORDS},
    **{f"add-{name}": partial(statement.add_keyword, name) for name in statement.ADDED_KEYWORDS},
    "drop-save_for_backward": statement.drop_save_for_backward,
    "drop-no_grad": statement.drop_no_grad,
    "move-no_grad": statement.move_no_grad,
    **{f"move-{name}": partial(statement.move_call, name) for name in statement.MOVED_CALLS},
    "sum-mean": tensor.sum_mean,
    "zeros-ones": tensor.zeros_ones,
    "flip-sign": usual.flip_sign,
    "arithmetic": usual.arithmetic,
    "loop-bound": usual.loop_bound,
    "index": usual.index,
    "dim": tensor.dim,
    "constant": usual.constant,
    "comparison": usual.comparison,
    "condition": usual.condition,
    "transpose": tensor.transpose,
    "keepdim": tensor.keepdim,
    "in-place": tensor.in_place,
    "data": tensor.data,
    "upstream": tensor.upstream,
    "swap-arguments": usual.swap_arguments,
    "return-order": usual.return_order,
    "drop-item": tensor.drop_item,
    "drop-statement": statement.drop_statement,
}
"""All operators by name. Where two make the same mutant, it is called by the first."""

_FINGERPRINT = re.compile(r"[a-f][0-9a-f]{11}")
_LINE_END = re.compile(r"\r\n?")


@dataclass(frozen=True)
class Mutant:
    """A mutated module. `line` is where in the unmutated source the mutation is.

    The fingerprint is of the module's name, the function, the operator, the code before and after, and a running number
    among equals, so it stays while other code changes. It starts with a letter: YAML never takes it for a number.
    """

    operator: str
    line: int
    source: str
    fingerprint: str


def mutants(source: str, module: str = "reference") -> list[Mutant]:
    """All mutants of a module's source, by line. `module` is the module's name in fingerprints.

    Raises SyntaxError where the source is no Python.
    """
    source = _LINE_END.sub("\n", source)
    tree = parsed(source)
    around, rewriter, numbers = Surroundings(tree), Rewriter(source, tree), Counter[str]()
    found, known = [], {ast.dump(tree)}
    for operator, change in _changes(tree, around):
        rewritten = rewriter.changed(change)
        if rewritten is None or rewritten.dump in known or not _compiles(rewritten.tree):
            continue
        known.add(rewritten.dump)
        described = "\0".join((module, around.qualified_name(change.old), operator, *_before_and_after(change)))
        numbers[described] += 1
        found.append(Mutant(operator, change.old.lineno, rewritten.text, _fingerprint(described, numbers[described])))
    return sorted(found, key=lambda mutant: mutant.line)


def _changes(tree: ast.Module, around: Surroundings) -> Iterator[tuple[str, Change]]:
    places = sorted(_places(tree), key=lambda node: (getattr(node, "lineno", 0), getattr(node, "col_offset", 0)))
    for name, operator in OPERATORS.items():
        yield from ((name, change) for node in places for change in operator(node, around))


def _places(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those that no mutation is to touch: imports, docstrings, type hints, texts, a main block."""
    if isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr) or _is_main_block(node):
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns", "exc", "msg"):
            inner = value if isinstance(value, list) else [value]
            for each in inner:
                if isinstance(each, ast.AST):
                    yield from _places(each)


def _is_main_block(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and any(
        isinstance(each, ast.Name) and each.id == "__name__" for each in ast.walk(node.test)
    )


def _compiles(tree: ast.Module) -> bool:
    try:
        with quietly():
            compile(tree, "<mutant>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


def _before_and_after(change: Change) -> tuple[str, str]:
    after = "\n".join(ast.unparse(ast.fix_missing_locations(each)) for each in change.new)
    if change.beside is not None:
        neighbour = ast.unparse(change.beside).split("\n", 1)[0]
        after += f"\n{'after' if change.after else 'before'} {neighbour}"
    return ast.unparse(change.old), after


def _fingerprint(described: str, number: int) -> str:
    digest = hashlib.sha256(f"{described}\0{number}".encode()).hexdigest()
    match = _FINGERPRINT.search(digest)
    assert match, "a digest of 64 digits has a letter among its first 53"
    return match[0]

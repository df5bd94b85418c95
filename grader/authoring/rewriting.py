"""A change of a syntax tree, made in the text: what is not changed keeps the author's formatting and comments.

The text is cut and filled by the places that the tree gives. What comes out is parsed again and must be the tree that
was meant; where it is not, as with several statements on one line, the whole text is written anew from that tree.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from grader.observation.source import parsed

Node = ast.expr | ast.stmt


@dataclass(frozen=True, eq=False)
class Change:
    """`old`, a node of a tree, gives way to `new`: none, one, or for a statement several, of old nodes or new ones.

    With `beside`, `old` is a statement that goes next to that other one: before it, or `after` it.
    """

    old: Node
    new: tuple[Node, ...] = ()
    beside: ast.stmt | None = None
    after: bool = False


@dataclass(frozen=True, eq=False)
class Rewritten:
    """A text with its tree; `dump` is the same for trees that are alike."""

    text: str
    tree: ast.Module
    dump: str


class Rewriter:
    """Makes changes of a text, whose tree is given, each apart from the others."""

    def __init__(self, source: str, tree: ast.Module) -> None:
        self._tree = tree
        self._text = _Text(source, tree)

    def changed(self, change: Change) -> Rewritten | None:
        """The text after a change; None where no text has the tree that is meant."""
        wanted = _changed_tree(self._tree, change)
        dump = ast.dump(wanted)
        for text in self._text.attempts(change):
            found = _read(text, dump)
            if found is not None:
                return found
        return _read(ast.unparse(ast.fix_missing_locations(wanted)) + "\n", dump)


def first_line(statement: ast.stmt) -> int:
    """The line at which a statement starts, its decorators included."""
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(each.lineno for each in decorators)])


def _read(text: str, dump: str) -> Rewritten | None:
    """The text with its tree, if that is the one of the dump."""
    try:
        tree = parsed(text)
    except (SyntaxError, ValueError):
        return None
    return Rewritten(text, tree, dump) if ast.dump(tree) == dump else None


# The tree that is meant


def _changed_tree(tree: ast.Module, change: Change) -> ast.Module:
    (copy,) = _copies(tree, change)
    assert isinstance(copy, ast.Module)
    return copy


def _copies(node: ast.AST, change: Change) -> list[ast.AST]:
    """What stands for a node in the changed tree."""
    copies: list[ast.AST] = [_copy(node, change)] if node is not change.old else list(change.new)
    if node is change.beside:
        copies.insert(len(copies) if change.after else 0, change.old)
    return copies


def _copy(node: ast.AST, change: Change) -> ast.AST:
    return type(node)(**{name: _copied_field(value, change) for name, value in ast.iter_fields(node)})


def _copied_field(value: Any, change: Change) -> Any:
    if isinstance(value, list):
        return [copy for each in value for copy in (_copies(each, change) if isinstance(each, ast.AST) else [each])]
    return _copies(value, change)[0] if isinstance(value, ast.AST) else value


# The text


class _Text:
    """A module's text with the places of its nodes."""

    def __init__(self, source: str, tree: ast.Module) -> None:
        self._lines = source.split("\n")
        self._nodes = set(ast.walk(tree))

    def attempts(self, change: Change) -> Iterator[str]:
        """Texts that may be the changed one, the one that looks best first."""
        if change.beside is not None:
            yield from self._moved(change)
        elif isinstance(change.old, ast.stmt):
            yield from self._with_statements(change.old, change.new)
        elif change.new:
            yield from self._with_expression(change.old, change.new[0])
        else:  # a decorator
            yield self._joined((change.old.lineno, change.old.end_lineno or change.old.lineno, []))

    def _with_expression(self, old: ast.expr, new: Node) -> Iterator[str]:
        before, after = self._around(old)
        if isinstance(new, ast.Tuple):
            yield f"{before}{self._text(new, bracket=False)[1:-1]}{after}"
        for text in (self._text(new, bracket=False), self._text(new, bracket=True), ast.unparse(new)):
            yield f"{before}{text}{after}"
            yield f"{before}({text}){after}"

    def _with_statements(self, old: ast.stmt, new: tuple[Node, ...]) -> Iterator[str]:
        if self._owns_its_lines(old):
            yield self._joined((*self._span([old]), self._block(new, self._indent(old))))
        elif new:
            before, after = self._around(old)
            yield f"{before}{self._text(new[0], bracket=False)}{after}"

    def _moved(self, change: Change) -> Iterator[str]:
        assert isinstance(change.old, ast.stmt)
        assert change.beside is not None
        if not (self._owns_its_lines(change.old) and self._owns_its_lines(change.beside)):
            return
        moved = self._block((change.old,), self._indent(change.beside))
        start, end = self._span([change.beside])
        place = end + 1 if change.after else start
        there = (place, place - 1, moved)
        yield self._joined((*self._span([change.old]), self._block(change.new, self._indent(change.old))), there)

    def _joined(self, *edits: tuple[int, int, list[str]]) -> str:
        """The text with each of the ranges of lines (from the first to the last, counted from 1) replaced."""
        lines = list(self._lines)
        for first, last, new in sorted(edits, key=lambda edit: edit[0], reverse=True):
            lines[first - 1 : last] = new
        return "\n".join(lines)

    def _block(self, nodes: Sequence[Node], indent: str) -> list[str]:
        """Statements as lines with that indent. Old ones that follow each other keep the comments between them."""
        if nodes and all(node in self._nodes for node in nodes):
            statements = [node for node in nodes if isinstance(node, ast.stmt)]
            if all(self._owns_its_lines(each) for each in statements) and _in_order(statements):
                first, last = self._span(statements)
                return _indented(self._lines[first - 1 : last], self._indent(statements[0]), indent)
        return [indent + line for node in nodes for line in self._text(node, bracket=False).split("\n")]

    def _text(self, node: Node, *, bracket: bool) -> str:
        """A node as Python; the old expressions in it as they are written, in brackets where `bracket` says so."""
        holes: list[str] = []

        def filled(value: Any) -> Any:
            if isinstance(value, list):
                return [filled(each) for each in value]
            if not isinstance(value, ast.AST):
                return value
            if isinstance(value, ast.expr) and value in self._nodes and not isinstance(value, ast.Constant):
                holes.append(self._written(value, bracket))
                return ast.Name(f"__hole_{len(holes) - 1}__")
            return type(value)(**{name: filled(inner) for name, inner in ast.iter_fields(value)})

        text = ast.unparse(ast.fix_missing_locations(filled(node)))
        for number, hole in enumerate(holes):
            text = text.replace(f"__hole_{number}__", hole)
        return text

    def _written(self, node: ast.expr, bracket: bool) -> str:
        before, after = self._around(node)
        whole = "\n".join(self._lines)
        text = whole[len(before) : len(whole) - len(after)]
        alone = isinstance(node, ast.Name | ast.Call | ast.Attribute | ast.Subscript)
        return f"({text})" if bracket and not alone else text

    def _around(self, node: Node) -> tuple[str, str]:
        """The text before a node and after it."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        first, last = self._lines[node.lineno - 1], self._lines[node.end_lineno - 1]
        before = [*self._lines[: node.lineno - 1], _bytes_before(first, node.col_offset)]
        rest = last[len(_bytes_before(last, node.end_col_offset)) :]
        return "\n".join(before), "\n".join([rest, *self._lines[node.end_lineno :]])

    def _span(self, statements: Sequence[ast.stmt]) -> tuple[int, int]:
        return first_line(statements[0]), statements[-1].end_lineno or statements[-1].lineno

    def _indent(self, statement: ast.stmt) -> str:
        line = self._lines[first_line(statement) - 1]
        return line[: len(line) - len(line.lstrip())]

    def _owns_its_lines(self, statement: ast.stmt) -> bool:
        before, after = self._around(statement)
        rest = after.split("\n", 1)[0].strip()
        return not before.rpartition("\n")[2].strip() and (not rest or rest.startswith("#"))


def _bytes_before(line: str, count: int) -> str:
    """The start of a line up to a column, which a tree counts in bytes of UTF-8."""
    return line.encode()[:count].decode()


def _in_order(statements: Sequence[ast.stmt]) -> bool:
    return all((one.end_lineno or one.lineno) < two.lineno for one, two in pairwise(statements))


def _indented(lines: list[str], old: str, new: str) -> list[str]:
    return [new + line.removeprefix(old) if line.strip() else line for line in lines]

"""A notebook's code as a module: its imports, definitions and constants. What only explores is left out.

The cells come one after another in one text, so that a line of the text is a line of a cell.
"""

from __future__ import annotations

import ast
import builtins
import re

_PYTHON_CELL_MAGICS = ("%%time", "%%timeit", "%%capture", "%%prun")
_MAGIC_LINE = re.compile(r"^\s*(?:[\w.,\s]+=\s*)?(?:[%!?]|.*\?\s*$)")


def module_of(source: str, cell_lines: tuple[int, ...], filename: str) -> ast.Module:
    """The syntax tree of the cells that start at `cell_lines` (from 1). Raises SyntaxError, at the text's line, for a
    cell that is no Python.
    """
    lines = source.split("\n")
    body: list[ast.stmt] = []
    for first, after in zip(cell_lines, [*cell_lines[1:], len(lines) + 1], strict=True):
        text = "\n" * (first - 1) + "\n".join(lines[first - 1 : after - 1])
        body += _parsed(text, first, filename)
    return ast.Module(body=_kept(body), type_ignores=[])


def _parsed(text: str, first: int, filename: str) -> list[ast.stmt]:
    lines = text.split("\n")
    if lines[first - 1].startswith("%%"):
        if not lines[first - 1].startswith(_PYTHON_CELL_MAGICS):
            return []
        lines[first - 1] = ""
    while True:
        try:
            return ast.parse("\n".join(lines), filename).body
        except SyntaxError as error:
            line = (error.lineno or 0) - 1
            if not (first - 1 <= line < len(lines) and _MAGIC_LINE.match(lines[line])):
                raise
            indent = lines[line][: len(lines[line]) - len(lines[line].lstrip())]
            lines[line] = f"{indent}pass"


def _kept(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements that make a module. A constant is kept only where all that it names is kept."""
    known = set(dir(builtins))
    kept = []
    for statement in body:
        if _is_definition(statement) or (_is_constant(statement) and _names_read(statement) <= known):
            kept.append(statement)
            known |= _names_bound(statement)
    return kept


def _is_definition(statement: ast.stmt) -> bool:
    match statement:
        case ast.Import() | ast.ImportFrom() | ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return True
        case ast.Try(body=body, handlers=handlers):
            return _all_definitions([*body, *(each for handler in handlers for each in handler.body)])
        case ast.If(body=body, orelse=orelse):
            return _all_definitions([*body, *orelse])
        case _:
            return False


def _all_definitions(body: list[ast.stmt]) -> bool:
    return all(_is_definition(each) or isinstance(each, ast.Pass) for each in body)


def _is_constant(statement: ast.stmt) -> bool:
    match statement:
        case ast.Assign(targets=targets, value=value):
            targets_are_names = all(isinstance(target, ast.Name | ast.Tuple) for target in targets)
        case ast.AnnAssign(target=ast.Name(), value=ast.expr() as value):
            targets_are_names = True
        case _:
            return False
    return targets_are_names and (
        isinstance(value, ast.Lambda) or not any(isinstance(node, ast.Call) for node in ast.walk(value))
    )


def _names_read(statement: ast.stmt) -> set[str]:
    assert isinstance(statement, ast.Assign | ast.AnnAssign)
    if statement.value is None or isinstance(statement.value, ast.Lambda):
        return set()
    nodes = list(ast.walk(statement.value))
    bound = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)} - bound


def _names_bound(statement: ast.stmt) -> set[str]:
    names = set()
    for node in ast.walk(statement):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.alias(name=name, asname=other):
                names.add(other or name.split(".")[0])
    return names

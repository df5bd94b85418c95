"""A notebook's code as a module: its imports, definitions and constants. What only explores is left out.

The cells come one after another in one text, so that a line of the text is a line of a cell. A child runs the module's
tree; the grader writes its text, where a notebook becomes a file. Nothing here runs any of it.
"""

from __future__ import annotations

import ast
import builtins
import re
import symtable

from grader.observation.source import parsed, quietly

_PYTHON_CELL_MAGICS = ("%%time", "%%timeit", "%%capture", "%%prun")
_MAGIC_LINE = re.compile(r"\s*(?:(?:[\w.,\s]+=\s*)?[%!]|\?|[\w.*]+\?{1,2}\s*$)")


def module_of(source: str, cell_lines: tuple[int, ...], filename: str) -> ast.Module:
    """The syntax tree of the cells that start at `cell_lines` (from 1). Raises SyntaxError, at the text's line, for a
    cell that is no Python.
    """
    with quietly():
        _, body = _read(source, cell_lines, filename)
        return ast.Module(body=_kept(body), type_ignores=[])


def text_of(source: str, cell_lines: tuple[int, ...]) -> str:
    """The same module as text: the statements that `module_of` keeps, each as it is written, but for magics, and
    without the comments between them.
    """
    with quietly():
        lines, body = _read(source, cell_lines, "<notebook>")
        kept = _kept(body)
    text = ""
    for before, statement in zip([None, *kept], kept, strict=False):
        text += _gap(before, statement) + _written(lines, statement)
    return text + "\n" if text else ""


def _gap(before: ast.stmt | None, statement: ast.stmt) -> str:
    """What stands between two statements: two empty lines where one is a function or a class."""
    if before is None:
        return ""
    blocks = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return "\n\n\n" if isinstance(before, blocks) or isinstance(statement, blocks) else "\n"


def _written(lines: list[str], statement: ast.stmt) -> str:
    """A statement as it is written, with its decorators."""
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    first, start = (decorators[0].lineno, 0) if decorators else (statement.lineno, statement.col_offset)
    taken = lines[first - 1 : statement.end_lineno]
    taken[-1] = taken[-1].encode()[: statement.end_col_offset].decode()  # `ast` counts columns in bytes
    taken[0] = taken[0].encode()[start:].decode()
    return "\n".join(taken)


def _read(source: str, cell_lines: tuple[int, ...], filename: str) -> tuple[list[str], list[ast.stmt]]:
    """The lines of all cells, without their magics, and the statements in them."""
    lines = source.split("\n")
    body: list[ast.stmt] = []
    for first, after in zip(cell_lines, [*cell_lines[1:], len(lines) + 1], strict=True):
        cell = [""] * (first - 1) + lines[first - 1 : after - 1]
        body += _statements(cell, first, filename)
        lines[first - 1 : after - 1] = cell[first - 1 :]
    return lines, body


def _statements(lines: list[str], first: int, filename: str) -> list[ast.stmt]:
    """The statements of a cell, whose lines are at their places in the whole text; magics are taken out of them."""
    top = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[top].startswith("%%"):
        if not lines[top].startswith(_PYTHON_CELL_MAGICS):
            return []
        lines[top] = ""
    while True:
        try:
            return parsed("\n".join(lines), filename).body
        except SyntaxError as error:
            line = (error.lineno or 0) - 1
            if not (first - 1 <= line < len(lines) and _MAGIC_LINE.match(lines[line])):
                raise
            _blank_magic(lines, line)


def _blank_magic(lines: list[str], line: int) -> None:
    """Put `pass` where a magic or shell command stands, with the lines that it goes on in."""
    goes_on = lines[line].endswith("\\")
    indent = lines[line][: len(lines[line]) - len(lines[line].lstrip())]
    lines[line] = f"{indent}pass"
    while goes_on and (line := line + 1) < len(lines):
        goes_on = lines[line].endswith("\\")
        lines[line] = ""


def _kept(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements that make a module: imports, definitions, constants, and the assignments that definitions need.

    A constant is kept only where all that it names is kept, and not made anew; so is an assignment that is needed.
    `device = torch.device("cpu")` is a call, and is kept only where a function or class reads `device`.
    """
    needed: set[str] = set()
    while True:
        more = {name for each in body if _is_definition(each) or _gives(each, needed) for name in _names_needed(each)}
        if more <= needed:
            break
        needed |= more
    known = set(dir(builtins))
    kept = []
    for statement in body:
        wanted = _is_definition(statement) or _is_constant(statement) or _gives(statement, needed)
        if wanted and _names_read(statement) <= known:
            kept.append(statement)
            known |= _names_bound(statement)
        else:
            known -= _names_bound(statement)
    return sorted(kept, key=lambda statement: not _is_future(statement))


def _gives(statement: ast.stmt, needed: set[str]) -> bool:
    """Whether it is an assignment to a name that is needed."""
    return isinstance(statement, ast.Assign | ast.AnnAssign) and bool(_names_bound(statement) & needed)


def _is_future(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module == "__future__"


def _names_needed(statement: ast.stmt) -> set[str]:
    """The module's names that a statement reads, now or when what it defines is called."""
    table = symtable.symtable(ast.unparse(statement), "<cell>", "exec")
    names = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_referenced()}
    tables = table.get_children()
    for inner in tables:  # grows while it is walked
        names |= {symbol.get_name() for symbol in inner.get_symbols() if symbol.is_global()}
        tables += inner.get_children()
    return names


def _is_definition(statement: ast.stmt) -> bool:
    match statement:
        case ast.Import() | ast.ImportFrom() | ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return True
        case ast.Try(body=body, handlers=handlers, orelse=orelse, finalbody=finalbody):
            handled = [each for handler in handlers for each in handler.body]
            return _all_definitions([*body, *handled, *orelse, *finalbody])
        case ast.If(body=body, orelse=orelse):
            return _all_definitions([*body, *orelse])
        case _:
            return False


def _all_definitions(body: list[ast.stmt]) -> bool:
    return all(
        _is_definition(each)
        or isinstance(each, ast.Pass)
        or (isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant))  # torch = None
        for each in body
    )


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
    """The names that must be there when the statement runs: those in a constant's value, or in the test of an `if`."""
    match statement:
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value) | ast.If(test=value):
            nodes = [] if isinstance(value, ast.Lambda) else list(ast.walk(value))
        case _:
            nodes = []
    bound = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)} - bound


def _names_bound(statement: ast.stmt) -> set[str]:
    """The names that the statement binds in the module. What a function binds within itself is its own."""
    names = set()
    nodes: list[ast.AST] = [statement]
    for node in nodes:  # grows while it is walked
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                pass
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.alias(name=name, asname=other):
                names.add(other or name.split(".")[0])
            case _:
                nodes += ast.iter_child_nodes(node)
    return names

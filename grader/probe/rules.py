"""What an exercise's text forbids or asks for, found on the syntax tree: comments and strings never break a rule.

A name is dotted (`torch.autograd.functional`: that module and all in it, however it is imported), bare
(`is_grads_batched`: an argument, attribute, or name anywhere), or begins with a dot (`.data`: an attribute of any
object that is not a module).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.observation.frames import Violation
from grader.observation.job import RuleCode
from grader.probe.failures import line_text


def violations(tree: ast.Module, rules: tuple[RuleCode, ...], lines: list[str]) -> tuple[Violation, ...]:
    """The rules that the code breaks, each once, at its first place."""
    uses = list(_uses(tree))
    found = []
    for index, rule in enumerate(rules):
        places = [line for name in rule.forbid for used, line in uses if _matches(name, used)]
        if places:
            found.append(Violation(index, min(places), line_text(lines, min(places))))
        elif rule.require and not any(_matches(name, used) for name in rule.require for used, _ in uses):
            found.append(Violation(index, None, None))
    return tuple(found)


def _matches(name: str, used: str) -> bool:
    if name.startswith("."):
        return used == name
    if "." in name:
        return used == name or used.startswith(name + ".")
    return name in (used.partition(".")[0], used.rpartition(".")[2])


def _uses(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Everything that the code names, with its line: full dotted names where they begin at an import, else
    `.attribute`.
    """
    imported = dict(_imports(tree))
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((alias.name, alias.lineno) for alias in names)
            case ast.ImportFrom(module=str() as module, names=names):
                yield from ((module if a.name == "*" else f"{module}.{a.name}", a.lineno) for a in names)
            case ast.Attribute(attr=attribute, end_lineno=line):  # the attribute itself stands at the end
                yield _dotted(node, imported) or f".{attribute}", line or node.lineno
            case ast.Name(id=identifier):
                yield imported.get(identifier, identifier), node.lineno
            case ast.keyword(arg=str() as argument):
                yield argument, node.lineno
            case ast.Call(
                func=ast.Name(id="getattr" | "setattr"), args=[_, ast.Constant(value=str() as attribute), *_]
            ):
                yield f".{attribute}", node.lineno


def _imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((a.asname, a.name) if a.asname else (a.name.split(".")[0],) * 2 for a in names)
            case ast.ImportFrom(module=str() as module, names=names):
                yield from ((alias.asname or alias.name, f"{module}.{alias.name}") for alias in names)


def _dotted(node: ast.expr, imported: dict[str, str]) -> str | None:
    """The full name of an attribute chain that begins at an imported name; None for any other."""
    attributes = []
    while isinstance(node, ast.Attribute):
        attributes.append(node.attr)
        node = node.value
    first = imported.get(node.id) if isinstance(node, ast.Name) else None
    return first and ".".join([first, *reversed(attributes)])

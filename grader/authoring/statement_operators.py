"""Operators on statements: what is dropped, and what is done too early or too late."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.authoring.rewriting import Change
from grader.authoring.surroundings import GRAD_MODES, NUMBERS, Surroundings, called_name, names_in, root_name, turns_off

DROPPED_CALLS = ("zero_grad", "step", "backward", "eval", "train", "clone", "detach", "requires_grad_", "zero_")
ADDED_KEYWORDS = ("retain_graph", "create_graph")
DROPPED_KEYWORDS = ("retain_graph", "create_graph", "requires_grad")
MOVED_CALLS = ("zero_grad", "step", "backward", "eval", "train", "requires_grad_")
_PLAIN = {"item", "tolist", "numpy", "detach", "float", "int", "len", "list", "tuple", "range"}
_MEETS = {
    "zero_grad": {"backward", "step", "grad"},
    "step": {"backward", "zero_grad", "grad"},
    "backward": {"step", "zero_grad", "grad"},
}
"""Names of what a call must not change places with: to move it past anything else changes nothing."""


def drop_call(name: str, node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """`x.clone()` becomes `x`, and `optimizer.step()` goes."""
    if called_name(node) != name:
        return
    assert isinstance(node, ast.Call)
    statement = around.parent(node)
    if not isinstance(node.func, ast.Attribute) or _is_idle(name, node, around):
        return
    if isinstance(statement, ast.Expr) and not isinstance(node.func.value, ast.Call | ast.BinOp):
        yield _dropped(statement, around)
    elif name != "step":
        of_module = node.args and isinstance(node.func.value, ast.Name) and name in ("clone", "detach")
        yield Change(node, (node.args[0] if of_module else node.func.value,))


def drop_keyword(name: str, node: ast.AST, _: Surroundings) -> Iterator[Change]:
    """`backward(retain_graph=True)` becomes `backward()`; a keyword that is False stands for the default."""
    if isinstance(node, ast.Call):
        for keyword in node.keywords:
            is_default = isinstance(keyword.value, ast.Constant) and not keyword.value.value
            rest = [each for each in node.keywords if each is not keyword]
            if keyword.arg == name and not is_default and not _retains_anyway(name, rest):
                yield Change(node, (ast.Call(node.func, node.args, rest),))


def add_keyword(name: str, node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """`backward()` gets the `retain_graph=True` that another pass of the same function has."""
    function = around.function(node)
    if function is None or not isinstance(node, ast.Call) or called_name(node) not in ("backward", "grad"):
        return
    others = [each for each in ast.walk(function) if isinstance(each, ast.keyword) and each.arg == name]
    if others and name not in [each.arg for each in node.keywords] and not _retains_anyway(name, node.keywords):
        keywords = [*node.keywords, ast.keyword(name, ast.Constant(value=True))]
        yield Change(node, (ast.Call(node.func, node.args, keywords),))


def drop_save_for_backward(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """`ctx.save_for_backward(x)` goes."""
    if isinstance(node, ast.Expr) and called_name(node.value) == "save_for_backward":
        yield _dropped(node, around)


def drop_no_grad(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """A block under `torch.no_grad()`, or under another grad mode, loses it; so does a decorated function."""
    if isinstance(node, ast.With) and _is_grad_mode(node) and not all(_only_reads(each) for each in node.body):
        is_off_anyway = turns_off(node.items[0].context_expr) and not around.records(node)
        if not is_off_anyway:
            yield Change(node, tuple(node.body))
    for decorator in getattr(node, "decorator_list", []):
        if names_in(decorator) & GRAD_MODES:
            yield Change(decorator)


def move_no_grad(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """The first or the last statement under a grad mode leaves it; an assignment beside a `no_grad` comes under it."""
    if not (isinstance(node, ast.With) and _is_grad_mode(node)):
        return
    if len(node.body) > 1:
        yield Change(node.body[0], beside=node)
        yield Change(node.body[-1], beside=node, after=True)
    block = around.block(node)
    before, after = block[: block.index(node)][-1:], block[block.index(node) + 1 :][:1]
    for neighbour, beside, follows in (*((each, node.body[0], False) for each in before),
                                       *((each, node.body[-1], True) for each in after)):  # fmt: skip
        is_off = turns_off(node.items[0].context_expr)
        if is_off and isinstance(neighbour, ast.Assign) and _may_record(neighbour.value):
            yield Change(neighbour, beside=beside, after=follows)


def move_call(name: str, node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """`optimizer.step()` before the backward pass, or in front of the loop, or after it."""
    if not (isinstance(node, ast.stmt) and _acts_as(node) == name):
        return
    block = around.block(node)
    here = block.index(node)
    after = [each for each in block[here + 1 :] if not isinstance(each, ast.Return)]
    later = next((each for each in after if _meets(name, node, each)), None)
    earlier = next((each for each in reversed(block[:here]) if _meets(name, node, each)), None)
    if later is not None:
        yield Change(node, beside=later, after=True)
    if earlier is not None:
        yield Change(node, beside=earlier)
    loop = around.parent(node)
    if isinstance(loop, ast.For | ast.While) and block is loop.body:
        left = () if len(block) > 1 else (ast.Pass(),)
        yield Change(node, left, beside=loop)
        yield Change(node, left, beside=loop, after=True)


def drop_statement(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """Any statement goes, but those without which names would be missing: such a mutant tells nothing."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Return(value=None):
            return
        case ast.Expr(value=call) if called_name(call) == "print":
            return
        case ast.Assign(targets=[ast.Name() | ast.Tuple() as target]) if _is_first(target, node, around):
            return
        case ast.AnnAssign(value=None) | ast.AnnAssign(target=ast.Name()):
            return
        case ast.stmt() if isinstance(node, _DROPPED):
            yield _dropped(node, around)


_DROPPED = (ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.If, ast.For, ast.While, ast.With,
            ast.Try, ast.Raise, ast.Assert, ast.Delete, ast.Break, ast.Continue)  # fmt: skip


def _dropped(statement: ast.stmt, around: Surroundings) -> Change:
    return Change(statement, () if len(around.block(statement)) > 1 else (ast.Pass(),))


def _is_idle(name: str, node: ast.Call, around: Surroundings) -> bool:
    """Whether a call changes nothing here. A gradient has a graph only by `create_graph`; there is none to leave where
    none is recorded, or for a number; a copy matters to those who write.
    """
    assert isinstance(node.func, ast.Attribute)
    value, outer = node.func.value, around.parent(node)
    if name == "detach":
        of_gradient = isinstance(value, ast.Attribute) and value.attr == "grad" and "create_graph" not in around.words
        plain = of_gradient or called_name(value).endswith("_like") or called_name(outer) == "Parameter"
        return plain or not around.records(node) or around.is_read_as_a_number(node)
    if name == "clone":
        leaf = isinstance(outer, ast.Attribute) and outer.attr in ("requires_grad_", "detach")
        return leaf and not around.writes_in_place
    return False


def _only_reads(statement: ast.stmt) -> bool:
    """Whether a statement takes a number out of what it computes, so that no graph is left."""
    value = statement.value if isinstance(statement, ast.Assign | ast.Return | ast.Expr) else None
    return value is not None and called_name(value) in NUMBERS


def _retains_anyway(name: str, keywords: list[ast.keyword]) -> bool:
    """Whether a graph is retained because another one is made."""
    return name == "retain_graph" and "create_graph" in [each.arg for each in keywords]


def _may_record(value: ast.expr) -> bool:
    """Whether a graph may come of it, or would but for the grad mode."""
    if names_in(value) & {"grad", "backward", "detach"}:
        return False
    return isinstance(value, ast.BinOp) or (isinstance(value, ast.Call) and called_name(value) not in _PLAIN)


def _is_grad_mode(node: ast.With) -> bool:
    return len(node.items) == 1 and called_name(node.items[0].context_expr) in GRAD_MODES


def _acts_as(statement: ast.stmt) -> str:
    """The call that a statement is; to clear a `.grad` by hand is a `zero_grad`."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="zero_", value=ast.Attribute(attr="grad")))):
            return "zero_grad"
        case ast.Assign(targets=[ast.Attribute(attr="grad")], value=ast.Constant(value=None)):
            return "zero_grad"
        case ast.Expr(value=call):
            return called_name(call)
    return ""


def _meets(name: str, statement: ast.stmt, other: ast.stmt) -> bool:
    """Whether it matters which of the two comes first."""
    if name in _MEETS:
        return bool(names_in(other) & _MEETS[name])
    receiver = root_name(statement.value) if isinstance(statement, ast.Expr) else ""
    return receiver in names_in(other)


def _is_first(target: ast.expr, node: ast.AST, around: Surroundings) -> bool:
    """Whether an assignment makes names that its function, or the module, has from nowhere else."""
    places = [each for each in around.above(node) if isinstance(each, ast.FunctionDef | ast.Module)]
    stored = [each.id for each in ast.walk(places[0]) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)]
    stored += around.parameters(node)
    new = [each for each in ast.walk(target) if isinstance(each, ast.expr) and not isinstance(each, ast.Tuple)]
    return any(isinstance(each, ast.Name) and stored.count(each.id) == 1 for each in new)

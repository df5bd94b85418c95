"""The usual operators: another sign, number, place, condition, or order."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.authoring.rewriting import Change
from grader.authoring.surroundings import Surroundings, called_name, says_a_dimension

SYMMETRIC_CALLS = {"add", "mul", "dot", "maximum", "minimum", "max", "min", "equal", "allclose", "isclose", "zip",
                   "mse_loss", "l1_loss", "MSELoss", "L1Loss", "logaddexp", "isinstance", "print"}  # fmt: skip
"""For which the order of their arguments does not matter."""

SEEDING = {"manual_seed", "seed", "default_rng", "RandomState"}
EVEN_CALLS = {"abs", "square", "norm", "vector_norm"}
_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_TINY = 1e-5  # added for the sake of a division or a root: its sign shows nowhere
_LOAD = ast.Load()


def flip_sign(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """`a + b` becomes `a - b`, and back; `-a` becomes `a`."""
    swaps: dict[type[ast.operator], ast.operator] = {ast.Add: ast.Sub(), ast.Sub: ast.Add()}
    match node:
        case ast.BinOp(right=ast.Constant(value=float() as number)) if abs(number) < _TINY:
            return
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            if not (isinstance(operand, ast.Constant) and says_a_dimension(operand, around)):
                yield Change(node, (operand,))
    yield from _other_operation(node, swaps)


def arithmetic(node: ast.AST, _: Surroundings) -> Iterator[Change]:
    """`a * b` becomes `a / b`, and back; a power becomes a product."""
    swaps: dict[type[ast.operator], ast.operator] = {
        ast.Mult: ast.Div(),
        ast.Div: ast.Mult(),
        ast.FloorDiv: ast.Mult(),
        ast.Mod: ast.FloorDiv(),
        ast.Pow: ast.Mult(),
    }
    if not (isinstance(node, ast.BinOp) and isinstance(node.right, ast.Constant) and node.right.value == 1):
        yield from _other_operation(node, swaps)


def constant(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """A number grows by one, True becomes False, and back."""
    if not isinstance(node, ast.Constant) or says_a_dimension(node, around):
        return
    if isinstance(node.value, bool):
        keyword = around.parent(node)
        if not (isinstance(keyword, ast.keyword) and node.value):  # to drop the keyword does the same
            yield Change(node, (ast.Constant(not node.value),))
    elif isinstance(node.value, int | float) and called_name(around.parent(node)) not in SEEDING:
        yield Change(node, (ast.Constant(node.value + 1),))


def index(node: ast.AST, _: Surroundings) -> Iterator[Change]:
    """`x[0]` becomes `x[1]`, `x[i]` becomes `x[i - 1]`; a slice loses a bound."""
    if not isinstance(node, ast.Subscript):
        return
    for place in node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]:
        match place:
            case ast.Constant(value=int() as number) if not isinstance(number, bool):
                yield Change(place, (ast.Constant(number + 1),))
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as number)):
                yield Change(place.operand, (ast.Constant(number + 1),))
            case ast.Name():
                yield Change(place, (ast.BinOp(place, ast.Sub(), ast.Constant(1)),))
            case ast.Slice(lower=lower, upper=upper, step=step):
                if lower is not None:
                    yield Change(place, (ast.Slice(None, upper, step),))
                if upper is not None:
                    yield Change(place, (ast.Slice(lower, None, step),))


def comparison(node: ast.AST, _: Surroundings) -> Iterator[Change]:
    """`a < b` becomes `a <= b` and `a > b`; `is None` becomes `is not None`."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for other in _COMPARISONS[type(node.ops[0])]:
            yield Change(node, (ast.Compare(node.left, [other()], node.comparators),))


def condition(node: ast.AST, _: Surroundings) -> Iterator[Change]:
    """A condition is turned around, a filter is left out, `and` becomes `or`."""
    if isinstance(node, ast.If | ast.IfExp | ast.While) and not isinstance(node.test, ast.Compare | ast.Constant):
        test = node.test
        negated = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
        yield Change(test, (test.operand if negated else ast.UnaryOp(ast.Not(), test),))  # type: ignore[attr-defined]
    if isinstance(node, ast.BoolOp):
        yield Change(node, (ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values),))
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        for number, each in enumerate(node.generators):
            if each.ifs:
                generators = list(node.generators)
                generators[number] = ast.comprehension(each.target, each.iter, [], each.is_async)
                yield Change(node, (_with_generators(node, generators),))


def loop_bound(node: ast.AST, _: Surroundings) -> Iterator[Change]:
    """A loop ends one round early; one over a range also a round late."""
    if not isinstance(node, ast.For | ast.comprehension):
        return
    if isinstance(node.iter, ast.Call) and called_name(node.iter) == "range":
        bound = node.iter.args[0 if len(node.iter.args) == 1 else 1]
        yield Change(bound, (_shifted(bound, ast.Sub()),))
        if len(node.iter.args) < 3:
            yield Change(bound, (_shifted(bound, ast.Add()),))
    else:
        all_but_one = ast.Slice(None, ast.UnaryOp(ast.USub(), ast.Constant(1)), None)
        rounds = node.iter
        if called_name(rounds) != "list":
            rounds = ast.Call(ast.Name("list", _LOAD), [rounds], [])
        yield Change(node.iter, (ast.Subscript(rounds, all_but_one, _LOAD),))


def swap_arguments(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """Two arguments side by side, or two operands for which it matters, change places."""
    if isinstance(node, ast.Call) and not {called_name(node), called_name(node.func)} & SYMMETRIC_CALLS:
        for arguments in _swapped(node.args):
            yield Change(node, (ast.Call(node.func, arguments, node.keywords),))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub | ast.Div | ast.Pow | ast.MatMult):
        only_the_sign = isinstance(node.op, ast.Sub) and _sign_is_lost(node, around)
        if not only_the_sign:
            yield Change(node, (ast.BinOp(node.right, node.op, node.left),))


def return_order(node: ast.AST, _: Surroundings) -> Iterator[Change]:
    """Two results side by side change places."""
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple | ast.List):
        for elements in _swapped(node.value.elts):
            yield Change(node.value, (type(node.value)(elements, _LOAD),))


# What the operators ask of a node


def _other_operation(node: ast.AST, swaps: dict[type[ast.operator], ast.operator]) -> Iterator[Change]:
    if isinstance(node, ast.BinOp) and type(node.op) in swaps:
        yield Change(node, (ast.BinOp(node.left, swaps[type(node.op)], node.right),))
    if isinstance(node, ast.AugAssign) and type(node.op) in swaps:
        yield Change(node, (ast.AugAssign(node.target, swaps[type(node.op)], node.value),))


def _shifted(bound: ast.expr, op: ast.Add | ast.Sub) -> ast.expr:
    """A bound one off; one that is a number stays a number."""
    if isinstance(bound, ast.Constant) and isinstance(bound.value, int) and bound.value > 0:
        return ast.Constant(bound.value + (1 if isinstance(op, ast.Add) else -1))
    return ast.BinOp(bound, op, ast.Constant(1))


def _sign_is_lost(node: ast.AST, around: Surroundings) -> bool:
    """Whether a difference goes at once into an even function: a square, a magnitude."""
    match around.parent(node):
        case ast.BinOp(left=left, op=ast.Pow(), right=ast.Constant(value=int() as power)):
            return left is node and power % 2 == 0
        case ast.Attribute(attr=name) as method:
            call = around.parent(method)
            squares = isinstance(call, ast.Call) and [ast.unparse(each) for each in call.args] == ["2"]
            return name in EVEN_CALLS or (name == "pow" and squares)
        case ast.Call() as direct:
            return called_name(direct) in EVEN_CALLS
    return False


def _with_generators(
    node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp, generators: list[ast.comprehension]
) -> ast.expr:
    if isinstance(node, ast.DictComp):
        return ast.DictComp(node.key, node.value, generators)
    return type(node)(node.elt, generators)


def _swapped(nodes: list[ast.expr]) -> Iterator[list[ast.expr]]:
    for place in range(len(nodes) - 1):
        one, two = nodes[place : place + 2]
        if not (isinstance(one, ast.Starred) or isinstance(two, ast.Starred)):
            yield [*nodes[:place], two, one, *nodes[place + 2 :]]

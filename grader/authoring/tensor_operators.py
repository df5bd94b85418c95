"""Operators on what is done with tensors: reductions, dimensions, memory, and the graph behind a value."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.authoring.rewriting import Change
from grader.authoring.surroundings import (
    DIM_KEYWORDS,
    REDUCTIONS,
    Surroundings,
    called_name,
    names_in,
    parameter_names,
    says_a_dimension,
)

IN_PLACE = {"add", "sub", "mul", "div", "pow", "neg", "exp", "log", "sqrt", "abs", "clamp", "relu", "sigmoid", "tanh",
            "fill", "square", "masked_fill", "copy"}  # fmt: skip
"""What has a twin that writes in place."""

NOT_DIFFERENTIATED = {"len", "range", "zip", "list", "tuple", "enumerate", "isinstance", "float", "int", "print",
                      "append", "backward", "allclose", "isclose", "equal", "isfinite"}  # fmt: skip
_WITHOUT_GRAPH = {"grad", "detach", "data", "item", "numpy", "no_grad"}
_MIRRORED = {"sum": "mean", "min": "max", "minimum": "maximum", "argmin": "argmax", "amin": "amax"}
_SAME_KIND = {"zeros": "ones", "zeros_like": "ones_like", "new_zeros": "new_ones"}
_METHODS = {ast.Add: "add_", ast.Sub: "sub_", ast.Mult: "mul_", ast.Div: "div_", ast.Pow: "pow_"}
_LOAD = ast.Load()


def sum_mean(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """`x.sum()` becomes `x.mean()`, `torch.max` becomes `torch.min`, and so on; so does `reduction="sum"`."""
    swaps = {**_MIRRORED, **{two: one for one, two in _MIRRORED.items()}}
    match node:
        case ast.Attribute(value=value, attr=name) if name in swaps and _is_called(node, around):
            yield Change(node, (ast.Attribute(value, swaps[name], _LOAD),))
        case ast.Call(keywords=keywords):
            for keyword in keywords:
                match keyword:
                    case ast.keyword(arg="reduction", value=ast.Constant(value="sum" | "mean" as kind)):
                        yield Change(keyword.value, (ast.Constant(swaps[kind]),))
                    case ast.keyword(arg="min" | "max" as limit):
                        others = [each for each in keywords if each is not keyword]
                        if not others:
                            swapped = ast.keyword(swaps[limit], keyword.value)
                            yield Change(node, (ast.Call(node.func, node.args, [swapped]),))


def zeros_ones(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """`torch.zeros_like(x)` becomes `torch.ones_like(x)`, and back."""
    swaps = {**_SAME_KIND, **{two: one for one, two in _SAME_KIND.items()}}
    if isinstance(node, ast.Attribute) and node.attr in swaps and _is_called(node, around):
        yield Change(node, (ast.Attribute(node.value, swaps[node.attr], _LOAD),))


def dim(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """Another dimension, or none."""
    if isinstance(node, ast.Constant) and says_a_dimension(node, around):
        inner = around.parent(node)
        number = node.value
        assert isinstance(number, int)
        other = number % 2 + 1 if isinstance(inner, ast.UnaryOp) else abs(number - 1)  # -1 and -2, 0 and 1
        yield Change(node, (ast.Constant(other),))
    if isinstance(node, ast.Call) and called_name(node) in REDUCTIONS:
        others = [each for each in node.keywords if each.arg not in {*DIM_KEYWORDS, "keepdim", "keepdims"}]
        if any(each.arg in DIM_KEYWORDS for each in node.keywords):
            yield Change(node, (ast.Call(node.func, node.args, others),))


def keepdim(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """A reduction over a dimension loses its `keepdim`, or gets one."""
    if not (isinstance(node, ast.Call) and called_name(node) in REDUCTIONS):
        return
    others = [each for each in node.keywords if each.arg not in ("keepdim", "keepdims")]
    if len(others) < len(node.keywords):
        yield Change(node, (ast.Call(node.func, node.args, others),))
    elif any(each.arg == "dim" for each in others) and not _is_reduced(node, around):
        kept = ast.keyword("keepdim", ast.Constant(value=True))
        yield Change(node, (ast.Call(node.func, node.args, [*others, kept]),))


def transpose(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """`x.T` and `x.transpose(0, 1)` become `x`."""
    match node:
        case ast.Attribute(value=value, attr="T" | "mT" | "H", ctx=ast.Load()) if not _is_called(node, around):
            yield Change(node, (value,))
        case ast.Call(func=ast.Attribute(value=value, attr="t" | "transpose" | "permute" | "swapaxes")):
            yield Change(node, (value,))


def in_place(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """`x.add_(1)` becomes `x.add(1)`, `x -= y` becomes `x = x - y`, and back; `x + 1` writes into a parameter `x`."""
    handed = around.parameters(node) | _loop_names(node, around)
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr=name)) if name.removesuffix("_") in IN_PLACE:
            other = name.removesuffix("_") if name.endswith("_") else f"{name}_"
            alone = isinstance(around.parent(node), ast.Expr)
            if (name.endswith("_") and alone) or (not name.endswith("_") and _is_of(value, handed)):
                yield Change(node.func, (ast.Attribute(value, other, _LOAD),))
        case ast.AugAssign(target=ast.Name(id=name), op=op, value=value) if name in handed:
            yield Change(
                node, (ast.Assign([ast.Name(name, ast.Store())], ast.BinOp(ast.Name(name, _LOAD), op, value)),)
            )
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.BinOp(left=ast.Name(id=left), op=op, right=value)):
            if left == name and name in handed:
                yield Change(node, (ast.AugAssign(ast.Name(name, ast.Store()), op, value),))
        case ast.BinOp(left=ast.Name(id=name) as left, op=op, right=value) if type(op) in _METHODS and name in handed:
            yield Change(node, (ast.Call(ast.Attribute(left, _METHODS[type(op)], _LOAD), [value], []),))


def data(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """`x.data` becomes `x`; a value that was computed becomes its `.data`, which cuts the graph there."""
    if not around.records(node) or around.is_read_as_a_number(node):
        return
    if isinstance(node, ast.Attribute) and node.attr == "data" and isinstance(node.ctx, ast.Load):
        of_gradient = isinstance(node.value, ast.Attribute) and node.value.attr == "grad"
        if not (of_gradient or called_name(around.parent(node)).endswith("_like")):
            yield Change(node, (node.value,))
    if isinstance(node, ast.Name) and _takes_gradients(node, around) and node.id in _computed_names(node, around):
        yield Change(node, (ast.Attribute(node, "data", _LOAD),))


def upstream(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """A backward pass takes its upstream gradient for ones, or is not given any."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()) if name in _upstream_names(node, around):
            parent = around.parent(node)
            if not (isinstance(parent, ast.Attribute) or called_name(parent).endswith("_like")):
                ones = ast.Call(ast.Attribute(node, "new_ones", _LOAD), [ast.Attribute(node, "shape", _LOAD)], [])
                yield Change(node, (ones,))
        case ast.Call(func=ast.Attribute(value=result), args=[given]) if called_name(node) == "backward":
            if not _is_ones(given) and "autograd" not in names_in(result):
                yield Change(node, (ast.Call(node.func, [], node.keywords),))
        case ast.Call(args=[result, leaf, given]) if called_name(node) == "grad" and not _is_ones(given):
            yield Change(node, (ast.Call(node.func, [result, leaf], node.keywords),))
        case ast.Call(keywords=keywords) if called_name(node) in ("grad", "backward"):
            for keyword in keywords:
                if keyword.arg in ("grad_outputs", "gradient", "grad_tensors") and not _is_ones(keyword.value):
                    others = [each for each in keywords if each is not keyword]
                    yield Change(node, (ast.Call(node.func, node.args, others),))


def drop_item(node: ast.AST, around: Surroundings) -> Iterator[Change]:
    """`loss.item()` and `float(loss)` become `loss`."""
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr="item"), args=[]):
            yield Change(node, (value,))
        case ast.Call(func=ast.Name(id="float"), args=[value], keywords=[]) if "torch" in around.packages:
            yield Change(node, (value,))


# What the operators ask of a node


def _is_called(node: ast.AST, around: Surroundings) -> bool:
    parent = around.parent(node)
    return isinstance(parent, ast.Call) and parent.func is node


def _is_reduced(node: ast.AST, around: Surroundings) -> bool:
    """Whether all dimensions go in the same expression anyway."""
    calls = [each for each in around.above(node) if called_name(each) in ("sum", "mean")]
    return any(
        not any(keyword.arg == "dim" for keyword in each.keywords) for each in calls if isinstance(each, ast.Call)
    )


def _is_of(node: ast.AST, names: set[str]) -> bool:
    return isinstance(node, ast.Name) and node.id in names


def _loop_names(node: ast.AST, around: Surroundings) -> set[str]:
    """The names that the loops around a node give to what they go through."""
    loops = [each for each in around.above(node) if isinstance(each, ast.For)]
    return {name.id for loop in loops for name in ast.walk(loop.target) if isinstance(name, ast.Name)}


def _takes_gradients(node: ast.AST, around: Surroundings) -> bool:
    """Whether a node is an operand, or an argument of what may be differentiated."""
    parent = around.parent(node)
    if "numpy" in around.packages and "torch" not in around.packages:
        return False
    if isinstance(parent, ast.Call):
        name = called_name(parent)
        return node in parent.args and name not in NOT_DIFFERENTIATED and not name.endswith("_like")
    return isinstance(parent, ast.BinOp)


def _computed_names(node: ast.AST, around: Surroundings) -> set[str]:
    """The names that the function around a node assigns the results of calls and operations to."""
    function = around.function(node)
    if function is None:
        return set()
    assigned = [each for each in ast.walk(function) if isinstance(each, ast.Assign)]
    computed = [each for each in assigned if isinstance(each.value, ast.Call | ast.BinOp)]
    computed = [each for each in computed if not names_in(each.value) & _WITHOUT_GRAPH and around.records(each)]
    return {target.id for each in computed for target in each.targets if isinstance(target, ast.Name)}


def _upstream_names(node: ast.AST, around: Surroundings) -> set[str]:
    """The gradients that a `backward` method around a node is handed."""
    function = around.function(node)
    if not (isinstance(function, ast.FunctionDef) and function.name == "backward"):
        return set()
    return set(parameter_names(function)[1:])


def _is_ones(node: ast.AST) -> bool:
    """Whether it says what is meant without it anyway."""
    return called_name(node) in ("ones", "ones_like", "new_ones", "tensor")

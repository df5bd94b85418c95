"""What an operator asks of a syntax tree beyond the node that it looks at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile

NUMBERS = {"item", "tolist", "float"}
GRAD_MODES = {"no_grad", "enable_grad", "inference_mode", "set_grad_enabled"}
REDUCTIONS = {"sum", "mean", "var", "std", "prod", "norm", "max", "min", "argmax", "argmin", "amax", "amin", "squeeze"}
DIM_CALLS = {*REDUCTIONS, "cumsum", "softmax", "log_softmax", "logsumexp", "cat", "stack", "unsqueeze", "size",
             "unbind"}  # fmt: skip
DIM_KEYWORDS = {"dim", "axis"}
Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


class Surroundings:
    """The parents of a tree's nodes, and what follows from them."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}

    def parent(self, node: ast.AST) -> ast.AST:
        """The node that a node is part of. Not for the module."""
        return self._parents[node]

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """The nodes that a node is part of, the nearest first."""
        while node in self._parents:
            node = self._parents[node]
            yield node

    def block(self, statement: ast.stmt) -> list[ast.stmt]:
        """The statements among which a statement stands."""
        blocks = (value for _, value in ast.iter_fields(self.parent(statement)) if isinstance(value, list))
        return next(block for block in blocks if statement in block)

    def function(self, node: ast.AST) -> Function | None:
        """The function or lambda that a node is in."""
        return next((each for each in self.above(node) if isinstance(each, Function)), None)

    def parameters(self, node: ast.AST) -> set[str]:
        """The names of the parameters of the function that a node is in."""
        function = self.function(node)
        return set() if function is None else set(parameter_names(function))

    def records(self, node: ast.AST) -> bool:
        """Whether gradients may be on at a node: not under `no_grad`, nor in a Function's own methods."""
        for each in self.above(node):
            if isinstance(each, ast.With) and any(turns_off(item.context_expr) for item in each.items):
                return False
            if isinstance(each, ast.FunctionDef):
                return "ctx" not in parameter_names(each) and not any(map(turns_off, each.decorator_list))
        return True

    def is_read_as_a_number(self, node: ast.AST) -> bool:
        """Whether what an expression gives ends as a number, whatever graph there was: `(a + b).item()`."""
        expressions = takewhile(lambda each: isinstance(each, ast.BinOp | ast.Attribute | ast.Call), self.above(node))
        return any(called_name(each) in NUMBERS for each in expressions)

    @cached_property
    def packages(self) -> set[str]:
        """The packages that the module imports."""
        imports = [each for each in ast.walk(self._tree) if isinstance(each, ast.Import | ast.ImportFrom)]
        modules = [alias.name for each in imports if isinstance(each, ast.Import) for alias in each.names]
        modules += [each.module or "" for each in imports if isinstance(each, ast.ImportFrom)]
        return {module.split(".")[0] for module in modules}

    @cached_property
    def words(self) -> set[str]:
        """All that the module says as a name, an attribute, or a keyword."""
        return names_in(self._tree) | {each.arg or "" for each in ast.walk(self._tree) if isinstance(each, ast.keyword)}

    @cached_property
    def writes_in_place(self) -> bool:
        """Whether any code of the module changes a tensor that is there already."""
        return any(_writes_in_place(node) for node in ast.walk(self._tree))

    def qualified_name(self, node: ast.AST) -> str:
        """The classes and functions that a node is in: "MyReLU.backward"; empty at the top of the module."""
        named = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        return ".".join([each.name for each in self.above(node) if isinstance(each, named)][::-1])


def _writes_in_place(node: ast.AST) -> bool:
    match node:
        case ast.AugAssign() | ast.Subscript(ctx=ast.Store()):
            return True
        case ast.Call(func=ast.Attribute(attr=name)):
            return name == "step" or (name.endswith("_") and name not in ("requires_grad_", "detach_", "retain_grad_"))
    return False


def parameter_names(function: Function) -> list[str]:
    """A function's parameters in their order, without those with stars."""
    arguments = function.args
    return [each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]


def called_name(node: ast.AST) -> str:
    """What a call calls, by its last name: "backward" of `f(x).backward()`; empty for what is no such call."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def root_name(node: ast.AST) -> str:
    """The name that attributes and calls hang on: "model" of `model.layers[0].eval()`; empty where there is none."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def turns_off(context: ast.expr) -> bool:
    """Whether a context or a decorator turns gradients off."""
    return bool(names_in(context) & {"no_grad", "inference_mode"})


def names_in(*nodes: ast.AST) -> set[str]:
    """The names and attributes in some code."""
    found = {each.attr for node in nodes for each in ast.walk(node) if isinstance(each, ast.Attribute)}
    return found | {each.id for node in nodes for each in ast.walk(node) if isinstance(each, ast.Name)}


def says_a_dimension(node: ast.Constant, around: Surroundings) -> bool:
    """Whether a number is a dimension: `dim=1`, `x.sum(-1)`."""
    if not isinstance(node.value, int) or isinstance(node.value, bool):
        return False
    parent = around.parent(node)
    if isinstance(parent, ast.UnaryOp):
        parent = around.parent(parent)
    if isinstance(parent, ast.keyword):
        return parent.arg in DIM_KEYWORDS
    return isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute) and parent.func.attr in DIM_CALLS

"""One walk through the graph, each node once; the leaves are where it ends."""

from torch import Tensor
from torch.autograd.graph import Node


def build(x: Tensor, w: Tensor, b: Tensor) -> tuple[Tensor, Tensor]:
    """Make `w` and `b` require grad, and return `y = w * x` and `z = y + b`."""
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    z = y + b
    return y, z


def nodes(z: Tensor) -> set[Node]:
    """Return all nodes that can be reached from `z.grad_fn`, that one included."""
    todo, seen = [z.grad_fn], {z.grad_fn}
    while todo:
        node = todo.pop()
        for following, _ in node.next_functions:
            if following is not None and following not in seen:
                seen.add(following)
                todo.append(following)
    return seen


def leaves(z: Tensor) -> list[Tensor]:
    """Return the leaves that require grad and that `z` depends on, each once."""
    return [node.variable for node in nodes(z) if hasattr(node, "variable")]


def count_nodes(z: Tensor) -> int:
    """Return how many nodes there are in the graph behind `z`, `AccumulateGrad` nodes included."""
    return len(nodes(z))

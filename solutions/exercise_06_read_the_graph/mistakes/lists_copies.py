"""Your `leaves` lists detached tensors in place of the leaves

`detach()`, `clone()` and `data` give new tensors: with the values of the leaf, but without requiring grad, or
without being a leaf, or without the leaf's `.grad`. Who wants to clear a gradient, or to move a parameter, cannot
do it with them.

The leaves themselves are asked for.
"""


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    z = y + b
    return y, z


def nodes(z):
    todo, seen = [z.grad_fn], {z.grad_fn}
    while todo:
        for following, _ in todo.pop().next_functions:
            if following is not None and following not in seen:
                seen.add(following)
                todo.append(following)
    return seen


def leaves(z):
    return [node.variable.detach() for node in nodes(z) if hasattr(node, "variable")]


def count_nodes(z):
    return len(nodes(z))

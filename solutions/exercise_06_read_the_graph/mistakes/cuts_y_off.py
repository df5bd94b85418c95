"""Your `z` is computed from a `y` that was taken off the graph

The value of `z` is right, and gradients reach `b`. But a detached tensor has no past: for autograd `y` is a
constant in that sum, and the way back to `w` ends there.

`z` is to hang on the whole computation, from both leaves on.
"""


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    z = y.detach() + b
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
    return [node.variable for node in nodes(z) if hasattr(node, "variable")]


def count_nodes(z):
    return len(nodes(z))

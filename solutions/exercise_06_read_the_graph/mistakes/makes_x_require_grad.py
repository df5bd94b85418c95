"""Your `x` requires grad as well

In a model, `w` and `b` are what is learnt, and `x` is data. A tensor that requires grad is recorded, gets a node of
its own in the graph, and a gradient in every backward pass, which here nobody asked for.

What should not be learnt is left as it came.
"""


def build(x, w, b):
    for tensor in (x, w, b):
        tensor.requires_grad_()
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
    return [node.variable for node in nodes(z) if hasattr(node, "variable")]


def count_nodes(z):
    return len(nodes(z))

"""Your `build` returns `z` first and `y` second

Both tensors are right and both are on the graph, but the caller takes the first for `y` and the second for `z`.
"""


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    z = y + b
    return z, y


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

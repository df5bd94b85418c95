"""Your `b` does not require grad

`w` does, and that is enough for `y` and `z` to have a graph, so nothing looks wrong at first. But the node of the
sum has None in the place of `b`: for autograd it is a constant, and it will never get a gradient.

That a result requires grad says only that *some* input did. Each leaf has to be switched on by itself.
"""


def build(x, w, b):
    w.requires_grad_()
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

"""Your `build` returns `z` alone

What is asked for is the pair of `y` and `z`. Both are results of their own: `y` stands between the leaves and `z`
in the graph, and the caller wants to look at either.
"""


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    return y + b


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

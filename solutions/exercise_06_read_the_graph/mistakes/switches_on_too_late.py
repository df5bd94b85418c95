"""Your `w` and `b` are made to require grad after they were used

Recording happens while an operation runs. When `y` and `z` were computed, nothing required grad yet, so nothing was
recorded, and what is switched on afterwards counts only for operations that are still to come.

The graph is a diary, not a formula: it cannot be filled in later.
"""


def build(x, w, b):
    y = w * x
    z = y + b
    w.requires_grad_()
    b.requires_grad_()
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

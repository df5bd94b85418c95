"""Your graph leads to copies of `w` and `b`

The tensors that you compute with require grad, but they are new ones: the caller's `w` and `b` are as plain as
before, and gradients will never reach them. A clone or a newly made tensor has the same values, and is another
leaf.

A tensor can be made to require grad itself. It need not be replaced.
"""


def build(x, w, b):
    w = w.clone().requires_grad_()
    b = b.clone().requires_grad_()
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

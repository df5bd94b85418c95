"""Your count takes None for a node

Where an input needs no gradient, `next_functions` has a pair with None in its place, so that the pairs keep the
positions of the inputs. None says that there is no node, and however many inputs of that kind there are, they add
nothing.
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
    return [node.variable for node in nodes(z) if hasattr(node, "variable")]


def count_nodes(z):
    return len({z.grad_fn} | {following for node in nodes(z) for following, _ in node.next_functions})

"""Your `leaves` lists a leaf once for each of its uses

Inner nodes are visited once, but an `AccumulateGrad` is written down at every edge that leads to it. A leaf that is
used three times then stands three times in the list, and an optimizer made with that list would complain, or move
it three times.

One leaf has one `AccumulateGrad`, which is the same object on whichever way you come.
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
    found = []
    for node in nodes(z):
        for following, _ in node.next_functions:
            if hasattr(following, "variable"):
                found.append(following.variable)
    return found


def count_nodes(z):
    return len(nodes(z))

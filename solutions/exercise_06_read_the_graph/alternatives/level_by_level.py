"""Widens a frontier, one step away from `z` at a time; the leaves are kept in a dict by `id`."""


def build(x, w, b):
    w.requires_grad_(True)
    b.requires_grad_(True)
    y = x * w
    return y, b + y


def followers(nodes):
    return {following for node in nodes for following, _ in node.next_functions if following}


def levels(z):
    frontier, met = {z.grad_fn}, set()
    while frontier:
        yield frontier
        met |= frontier
        frontier = followers(frontier) - met


def leaves(z):
    found = {}
    for level in levels(z):
        for node in level:
            leaf = getattr(node, "variable", None)
            if leaf is not None:
                found[id(leaf)] = leaf
    return list(found.values())


def count_nodes(z):
    return sum(len(level) for level in levels(z))

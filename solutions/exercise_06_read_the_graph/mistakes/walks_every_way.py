"""Your walk visits a node once for every way that leads to it

A leaf that is used twice is listed twice, and what lies behind a shared result is counted again for each of its
uses. The graph is not a tree: ways part and meet again. With every such place their number can double, so forty of
them make more ways than anyone can walk.

Somebody who explores a maze leaves a mark wherever he has been.
"""


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    z = y + b
    return y, z


def nodes(z):
    def walk(node):
        found.append(node)
        for following, _ in node.next_functions:
            if following is not None:
                walk(following)

    found = []
    walk(z.grad_fn)
    return found


def leaves(z):
    return [node.variable for node in nodes(z) if hasattr(node, "variable")]


def count_nodes(z):
    return len(nodes(z))

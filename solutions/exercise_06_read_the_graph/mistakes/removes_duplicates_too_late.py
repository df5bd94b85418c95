"""Your walk goes every way, and removes the duplicates only afterwards

The results are right as long as the graph is small. But where ways part and meet again, everything behind that
place is walked once for each of them. One such place doubles the work; forty in a row, as in a network with skip
connections, and the walk does not end in your lifetime.

A set at the end repairs the answer, not the walk. Ask whether a node is new *before* you go on from it.
"""


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    z = y + b
    return y, z


def nodes(z):
    seen = set()

    def walk(node):
        seen.add(node)
        for following, _ in node.next_functions:
            if following is not None:
                walk(following)

    walk(z.grad_fn)
    return seen


def leaves(z):
    return [node.variable for node in nodes(z) if hasattr(node, "variable")]


def count_nodes(z):
    return len(nodes(z))

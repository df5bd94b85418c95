"""Your walk follows only the first input of each operation

The graph is not a chain. A sum or a product of two tensors has two inputs that gradients go to, and behind each of
them there is a part of the graph. Whatever hangs on the second input is not found.

At every node the walk has to branch, once for each pair in `next_functions`.
"""


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    z = y + b
    return y, z


def nodes(z):
    node, seen = z.grad_fn, set()
    while node is not None:
        seen.add(node)
        following = [each for each, _ in node.next_functions if each is not None]
        node = following[0] if following else None
    return seen


def leaves(z):
    return [node.variable for node in nodes(z) if hasattr(node, "variable")]


def count_nodes(z):
    return len(nodes(z))

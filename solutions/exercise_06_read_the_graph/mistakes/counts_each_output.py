"""Your count takes one node with several outputs for several

A pair in `next_functions` is a node *and* the number of the output that is meant. An operation such as `unbind` has
one node and many outputs. If the pairs are what you remember, the same node is new to you at each of its outputs.

The number does not make it another node.
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
    todo, seen = [(z.grad_fn, 0)], {(z.grad_fn, 0)}
    while todo:
        node, _ = todo.pop()
        for pair in node.next_functions:
            if pair[0] is not None and pair not in seen:
                seen.add(pair)
                todo.append(pair)
    return len(seen)

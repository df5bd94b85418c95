"""Your `leaves` lists the `AccumulateGrad` nodes, not the tensors

You found the right places: each of these nodes is where the graph ends, at one leaf. But the node is not the leaf.
It is only the thing that adds a gradient to it.

The node knows the tensor that it adds to.
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
    return [node for node in nodes(z) if node.name().endswith("AccumulateGrad")]


def count_nodes(z):
    return len(nodes(z))

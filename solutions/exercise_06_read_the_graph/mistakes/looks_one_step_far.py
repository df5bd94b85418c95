"""Your `leaves` and `count_nodes` look only one step beyond `z.grad_fn`

`next_functions` names the nodes right behind this one, and no more. Those have `next_functions` of their own, and
so on: after one step you have seen the end of a short way, and only the beginning of a long one.

How many steps there are is not known in advance. The walk has to go on for as long as there is a node to go to.
"""


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    z = y + b
    return y, z


def leaves(z):
    found = []
    for node, _ in z.grad_fn.next_functions:
        if hasattr(node, "variable") and not any(node.variable is leaf for leaf in found):
            found.append(node.variable)
    return found


def count_nodes(z):
    nodes = {z.grad_fn}
    for node, _ in z.grad_fn.next_functions:
        if node is not None:
            nodes.add(node)
    return len(nodes)

"""Your `build` runs a backward pass

The graph is there after the forward computation; no backward pass is needed to make it. Yours leaves gradients in
`w.grad` and `b.grad` (and, unless it was told to keep the graph, frees what the graph has saved). The next one who
computes gradients will find them there, and add to them.

Building, reading and going backward are three things. This exercise is about the first two.
"""


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    z = y + b
    z.sum().backward(retain_graph=True)
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

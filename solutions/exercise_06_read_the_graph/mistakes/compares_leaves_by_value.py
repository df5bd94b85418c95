"""Your `leaves` compares tensors by their values

`leaf in found` asks `==` of each tensor in the list, and for tensors that means element by element. With several
elements the answer is not one truth value, and Python raises an error; with one element, two different leaves that
happen to have the same value are taken for one.

The question is whether it is the *same* tensor, and in Python that is another word than "equal".
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
        if hasattr(node, "variable") and node.variable not in found:
            found.append(node.variable)
    return found


def count_nodes(z):
    return len(nodes(z))

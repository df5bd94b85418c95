"""Right: a generator with an explicit stack; leaves by reversed order; NumPy integer for the count."""
import numpy as np
import torch


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = x * w
    return [y, b + y]


def walk(root):
    known = {root}
    todo = [root]
    while todo:
        fn = todo.pop(0)
        yield fn
        for child, _ in fn.next_functions:
            if child is not None and child not in known:
                known.add(child)
                todo.append(child)


def leaves(z):
    found = [fn.variable for fn in walk(z.grad_fn) if "AccumulateGrad" in fn.name()]
    found.reverse()
    return found


def count_nodes(z):
    return np.int64(sum(1 for _ in walk(z.grad_fn)))

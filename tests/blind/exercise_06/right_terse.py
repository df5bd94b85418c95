"""Right: breadth first over sets."""
import torch as t


def build(x, w, b):
    return (y := w.requires_grad_() * x), y + b.requires_grad_()


def _graph(z):
    seen, front = set(), {z.grad_fn}
    while front:
        seen |= front
        front = {p for n in front for p, _ in n.next_functions if p} - seen
    return seen


leaves = lambda z: [n.variable for n in _graph(z) if n.name() == "torch::autograd::AccumulateGrad"]
count_nodes = lambda z: len(_graph(z))

"""Your `leaves` runs a backward pass

It may well find the right leaves. But a backward pass frees what the graph has saved, and whoever owns `z` can no
longer compute its gradients: torch then complains about going backward a second time.

Reading a graph is looking at its nodes and where they lead. Nothing has to flow through it.
"""

import torch


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
    candidates = [node.variable for node in nodes(z) if hasattr(node, "variable")]
    gradients = torch.autograd.grad(z.sum(), candidates)
    return [leaf for leaf, gradient in zip(candidates, gradients) if gradient is not None]


def count_nodes(z):
    return len(nodes(z))

"""Walks the nodes first in, first out, in a generator; counts without storing a leaf, and sorts the leaves by shape."""

from collections import deque

import torch


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w.mul(x)
    return y, torch.stack([y, b]).sum(0)


def walk(root):
    queue, seen = deque([root]), set()
    while queue:
        node = queue.popleft()
        if node is None or node in seen:
            continue
        seen.add(node)
        queue.extend(following for following, _ in node.next_functions)
        yield node


def leaves(z):
    found = [node.variable for node in walk(z.grad_fn) if type(node).__name__ == "AccumulateGrad"]
    return sorted(found, key=lambda leaf: leaf.shape)


def count_nodes(z):
    return sum(1 for _ in walk(z.grad_fn))

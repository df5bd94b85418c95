"""Adds the followers of all known nodes again and again, until nothing is new; a leaf is where no way goes on."""

import numpy as np


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    z = y.clone()
    z += b
    return y, z


def all_nodes(z):
    known = {z.grad_fn}
    size = 0
    while size < len(known):
        size = len(known)
        known |= {pair[0] for node in known for pair in node.next_functions}
        known.discard(None)
    return known


def leaves(z):
    found = []
    for node in all_nodes(z):
        if not node.next_functions:  # the ways end nowhere else
            found.append(node.variable)
    return found


def count_nodes(z):
    return np.int64(len(all_nodes(z)))

"""Still in place, but on clones that are part of the graph and that no backward pass needs."""

import torch as t


def doubled_sigmoid(x):
    y = t.sigmoid(x).clone()
    y *= 2
    return y


def shifted_square(x):
    shifted = x.clone()
    shifted.add_(1)
    return shifted.pow(2).sum()


def centred_rows(x):
    rows = x.clone()
    for i in range(len(rows)):
        rows[i] -= rows[i].mean()
    return rows

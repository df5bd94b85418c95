"""Right: a backward for each step's loss, the graph kept within the window."""
import numpy as np
import torch


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad()
    h = h0.clone()
    losses = []
    count = 0
    for x in xs:
        h = cell(x, h)
        loss = loss_fn(h)
        loss.backward(retain_graph=True)
        losses.append(loss.item())
        count += 1
        if count == k:
            count = 0
            h = h.detach()
    return np.sum(losses)

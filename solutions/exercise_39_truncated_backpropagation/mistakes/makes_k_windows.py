"""Your function makes `k` windows instead of windows of `k` steps

`torch.chunk(xs, k)` cuts into `k` parts, as equal as possible. How long they are then depends on the sequence, and a
sequence of a million steps would have windows that no memory can hold.

`k` is the number of steps that a gradient may go back. It is the length of a part that is given, not the number of
parts.
"""

import torch


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad()
    total, h = 0.0, h0
    for part in torch.chunk(xs, k):
        loss = 0
        for x in part:
            h = cell(x, h)
            loss = loss + loss_fn(h)
        loss.backward()
        total += loss.item()
        h = h.detach()
    return total

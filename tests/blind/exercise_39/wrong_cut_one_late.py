"""Wrong: the last state of a window stays in the graph for one step more."""
import torch


def tbptt(cell, xs, h0, k, loss_fn):
    for p in cell.parameters():
        p.grad = None
    h = h0
    total = 0.0
    window, late, before = [], False, h0
    for i, x in enumerate(xs):
        h = cell(x, h)
        if late:
            h, late = cell(x, h.detach() * 0 + before), False
        before = h.detach()
        window.append(loss_fn(h))
        if (i + 1) % k == 0 or i + 1 == len(xs):
            loss = sum(window)
            loss.backward()
            total += loss.item()
            window = []
            late = True
    return total

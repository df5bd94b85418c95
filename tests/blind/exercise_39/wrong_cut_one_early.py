"""Wrong: cut one step early, before the window's last step."""
import torch


def tbptt(cell, xs, h0, k, loss_fn):
    for p in cell.parameters():
        p.grad = None
    h = h0
    total = 0.0
    window = []
    for i, x in enumerate(xs):
        h = cell(x, h.detach() if (i + 1) % k == 0 else h)
        window.append(loss_fn(h))
        if (i + 1) % k == 0 or i + 1 == len(xs):
            loss = sum(window)
            loss.backward()
            total += loss.item()
            window = []
            h = h.detach()
    return total

"""Your gradients are those of the last window alone

The gradients are cleared at the beginning of every window, so each backward pass starts from nothing, and what the
windows before had left is lost.

Here it is welcome that `backward()` adds: the gradients of all windows are to come together. Only what was there
before the first of them does not belong.
"""


def tbptt(cell, xs, h0, k, loss_fn):
    total, h = 0.0, h0
    for start in range(0, len(xs), k):
        cell.zero_grad()
        loss = 0
        for x in xs[start : start + k]:
            h = cell(x, h)
            loss = loss + loss_fn(h)
        loss.backward()
        total += loss.item()
        h = h.detach()
    return total

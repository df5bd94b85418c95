"""Your graph is cut before the last loss of the window is computed

At the last step of a window the state is detached first, and then handed to `loss_fn`. That loss has no way back to
the cell, so it is missing in the gradients, though not in the total.

First everything that belongs to the window is computed, then comes the backward pass, then the cut.
"""


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad()
    total, h, window = 0.0, h0, 0
    for t, x in enumerate(xs):
        h = cell(x, h)
        end = (t + 1) % k == 0 or t == len(xs) - 1
        if end:
            h = h.detach()
        window = window + loss_fn(h)
        if end:
            if window.requires_grad:
                window.backward()
            total += window.item()
            window = 0
    return total

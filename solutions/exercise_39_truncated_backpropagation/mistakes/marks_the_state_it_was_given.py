"""Your function makes `h0` require grad

The gradients of the parameters do not need this: the graph begins at every tensor that requires grad, and the
parameters do. But `h0` is the caller's, and whatever is computed from it later is now recorded, too, and a gradient
was left in it.

A state that starts a window has nothing to be asked for. It is a value and no more.
"""


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad()
    total, h = 0.0, h0.requires_grad_()
    for start in range(0, len(xs), k):
        loss = 0
        for x in xs[start : start + k]:
            h = cell(x, h)
            loss = loss + loss_fn(h)
        loss.backward()
        total += loss.item()
        h = h.detach().requires_grad_()
    return total

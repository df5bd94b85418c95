"""Your only backward pass comes at the very end

The graph is cut between the windows, so the gradients are the right ones. But all losses are added up first, and
their sum holds on to the graphs of all windows until the sequence is over. The memory grows with every step, as if
nothing had been cut.

A window's graph can go once its backward pass is done. So do not put that off.
"""


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad()
    total, h = 0, h0
    for t, x in enumerate(xs):
        if t % k == 0:
            h = h.detach()
        h = cell(x, h)
        total = total + loss_fn(h)
    total.backward()
    return total.item()

"""Your windows end one step too early

The remainder of `t` by `k` is 0 at the very first step, so your first window has a single step, and every later cut
is off by as much. The total does not show it, since the values do not depend on where the graph is cut.

Write down `t` for the last step of each window, with `k = 3`: 2, 5, 8. What do these have in common?
"""


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad()
    total, h, window = 0.0, h0, 0
    for t, x in enumerate(xs):
        h = cell(x, h)
        window = window + loss_fn(h)
        if t % k == 0 or t == len(xs) - 1:
            window.backward()
            total += window.item()
            h, window = h.detach(), 0
    return total

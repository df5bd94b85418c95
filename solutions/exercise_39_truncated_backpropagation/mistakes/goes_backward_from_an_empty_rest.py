"""Your function goes backward from a rest that is not there

After the loop comes one more backward pass, for the steps that are left over. Where the last window was a full one
nothing is left over, the sum of its losses is still the plain number 0, and a number has no `backward`.

The rest can be empty. Ask before you go backward from it, or find a way of cutting in which no empty window can come
up.
"""


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad()
    total, h, window = 0.0, h0, 0
    for t, x in enumerate(xs):
        h = cell(x, h)
        window = window + loss_fn(h)
        if (t + 1) % k == 0:
            window.backward()
            total += window.item()
            h, window = h.detach(), 0
    window.backward()
    return total + window.item()

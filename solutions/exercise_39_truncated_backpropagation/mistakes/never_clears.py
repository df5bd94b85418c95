"""Your gradients also contain what was there before the call

The windows add up as they should, but on top of a gradient from earlier work, and nobody can tell the two apart
afterwards.

There is one moment in your function at which all of `.grad` is old. That is the moment to clear it.
"""


def tbptt(cell, xs, h0, k, loss_fn):
    total, h = 0.0, h0
    for start in range(0, len(xs), k):
        loss = 0
        for x in xs[start : start + k]:
            h = cell(x, h)
            loss = loss + loss_fn(h)
        loss.backward()
        total += loss.item()
        h = h.detach()
    return total

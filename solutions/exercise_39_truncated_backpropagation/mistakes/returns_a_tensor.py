"""Your function returns the total loss as a tensor, not as a float

The number is right, but it is wrapped in a tensor. One that was added up from losses even holds on to all their
graphs.

What is wanted is the number inside, and the best moment to take it out of a window's loss is right after the backward
pass.
"""


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad()
    total, h = 0, h0
    for start in range(0, len(xs), k):
        loss = 0
        for x in xs[start : start + k]:
            h = cell(x, h)
            loss = loss + loss_fn(h)
        loss.backward()
        total = total + loss
        h = h.detach()
    return total

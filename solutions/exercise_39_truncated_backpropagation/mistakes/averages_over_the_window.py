"""Your gradients are those of the mean loss of each window

The sum over a window is divided by its length before the backward pass. So the gradients are smaller, and the steps
of the short window at the end count for more than those of the others.

Both are in use, and what a learning rate means depends on it. Here the sum is asked for.
"""


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad()
    total, h = 0.0, h0
    for start in range(0, len(xs), k):
        losses = []
        for x in xs[start : start + k]:
            h = cell(x, h)
            losses.append(loss_fn(h))
        (sum(losses) / len(losses)).backward()
        total += sum(loss.item() for loss in losses)
        h = h.detach()
    return total

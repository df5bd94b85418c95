"""One loop over all steps, with a backward pass where the count of steps, or the sequence, is at an end."""


def tbptt(cell, xs, h0, k, loss_fn):
    for p in cell.parameters():
        p.grad = None
    h, window, total = h0, 0.0, 0.0
    for t in range(xs.shape[0]):
        h = cell(xs[t], h)
        loss = loss_fn(h)
        window = window + loss
        total += loss.item()
        if (t + 1) % k == 0 or t == xs.shape[0] - 1:
            window.backward()
            h = h.detach()
            window = 0.0
    return total

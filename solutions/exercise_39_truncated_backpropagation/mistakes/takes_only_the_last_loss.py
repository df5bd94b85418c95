"""Only the last step of each window has a loss

The states in between are computed, but `loss_fn` is asked about the state at the end of each window alone. The others
enter neither the gradients nor the total.

Every step of the sequence has its loss. The window decides only how they are put together for a backward pass.
"""


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad()
    total, h = 0.0, h0
    for start in range(0, len(xs), k):
        for x in xs[start : start + k]:
            h = cell(x, h)
        loss = loss_fn(h)
        loss.backward()
        total += loss.item()
        h = h.detach()
    return total

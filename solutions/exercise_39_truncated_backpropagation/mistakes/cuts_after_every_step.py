"""Your graph is cut after every step

Each state forgets its history at once, so each loss reaches only the step it belongs to. The cell cannot learn that
something it did at one step mattered two steps later: this is truncation with windows of length 1, whatever `k` says.

Within a window the chain of states has to stay whole. It is cut where one window ends and the next begins.
"""


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad()
    total, h = 0.0, h0
    for start in range(0, len(xs), k):
        loss = 0
        for x in xs[start : start + k]:
            h = cell(x, h.detach())
            loss = loss + loss_fn(h)
        loss.backward()
        total += loss.item()
    return total

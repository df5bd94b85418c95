"""Your graph is never cut

The first window is fine. The second one starts from a state that still knows how it was computed, so its backward
pass goes on into the first window. That part of the graph was used already, and freed: *Trying to backward through
the graph a second time*.

The error is right, and `retain_graph=True` would be the wrong answer to it. A window's backward pass has no business
in the window before.
"""


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad()
    total = 0.0
    h = h0
    for start in range(0, len(xs), k):
        loss = 0
        for x in xs[start : start + k]:
            h = cell(x, h)
            loss = loss + loss_fn(h)
        loss.backward()
        total += loss.item()
    return total

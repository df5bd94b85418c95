"""Each of your windows starts from `h0`

This cuts the graph, but it cuts the memory of the cell as well. Each window is read as if it were the beginning of
the sequence, and its losses are other ones.

Truncation concerns the gradients alone. The values go on as if there were no windows at all, and the total loss does
not depend on `k`.
"""


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad()
    total = 0.0
    for start in range(0, len(xs), k):
        h = h0
        loss = 0
        for x in xs[start : start + k]:
            h = cell(x, h)
            loss = loss + loss_fn(h)
        loss.backward()
        total += loss.item()
    return total

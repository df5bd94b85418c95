"""Your backward passes go back to the very first step

With `retain_graph=True` the graphs of earlier windows stay, and every later window goes back through all of them. The
gradients are those of full backpropagation through time, and the memory that it needs grows with the sequence. That
is just what truncation is to prevent.

Between two windows only the value of the state is handed on.
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
        loss.backward(retain_graph=True)
        total += loss.item()
    return total

import torch
from torch import nn


def tbptt(cell, xs, h0, k, loss_fn):
    """Go backward after every `k` steps, and return the total loss as a float."""
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


if __name__ == "__main__":
    cell = nn.RNNCell(2, 3)
    print(tbptt(cell, torch.randn(7, 5, 2), torch.zeros(5, 3), 3, lambda h: h.square().mean()))

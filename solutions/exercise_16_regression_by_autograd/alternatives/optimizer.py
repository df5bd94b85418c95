"""Leaves clearing and moving to `torch.optim.SGD`, and writes the loss with `mse_loss`."""

import torch
import torch.nn.functional as F


def fit(x, y, w, b, lr, steps):
    optimizer = torch.optim.SGD([w, b], lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(w * x.pow(2) + b, y, reduction="sum") / 2
        loss.backward()
        optimizer.step()
        losses.append(float(loss))
    return losses

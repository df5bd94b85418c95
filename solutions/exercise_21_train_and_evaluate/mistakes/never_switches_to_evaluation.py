"""Your model is evaluated in the mode that it happens to be in

After an epoch the model is in training mode. So your evaluation drops elements at random, and returns another number
each time. `nn.BatchNorm1d` normalises by the batch at hand instead of the averages that it has learned, and moves
these averages: looking at the model has changed it.

Switching gradients off does not help here. Grad mode and the flag `training` know nothing of each other.
"""

import torch


def train_epoch(model, loader, optimizer, loss_fn):
    model.train()
    losses = []
    for x, y in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def evaluate(model, loader, loss_fn):
    total, count = 0.0, 0
    with torch.no_grad():
        for x, y in loader:
            total += loss_fn(model(x), y).item() * len(x)
            count += len(x)
    return total / count

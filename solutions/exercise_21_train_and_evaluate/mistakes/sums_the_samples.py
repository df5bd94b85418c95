"""Your evaluation returns the sum over all samples, not their mean

Each batch's mean times its size is the sum over its samples, and these sums add up rightly. But a sum grows with the
number of samples, and two data sets of different size could not be compared by it.

One division is missing, by a number that your loop can count on the way.
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
    modes = {part: part.training for part in model.modules()}
    model.eval()
    total = 0.0
    with torch.no_grad():
        for x, y in loader:
            total += loss_fn(model(x), y).item() * len(x)
    for part, mode in modes.items():
        part.training = mode
    return total

"""Your mean divides weighted losses by the number of batches

The losses are multiplied by the sizes of their batches, so what you add up are sums over samples. Divided by the
number of batches it is the mean sum of a batch, which has no meaning of its own.

What is added up and what it is divided by have to count the same thing.
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
    total, count = 0.0, 0
    with torch.no_grad():
        for x, y in loader:
            total += loss_fn(model(x), y).item() * len(x)
            count += 1
    for part, mode in modes.items():
        part.training = mode
    return total / count

"""Your evaluation gives all parts the flag of the whole

You remember `model.training` and put it back with `model.train(...)`. But that sets the flag of every part in the
model to the same value, and before the call they may have differed: a dropout switched off on purpose, or a frozen
half whose averages are not to move.

There is not one flag but one for each module.
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
    mode = model.training
    model.eval()
    total, count = 0.0, 0
    with torch.no_grad():
        for x, y in loader:
            total += loss_fn(model(x), y).item() * len(x)
            count += len(x)
    model.train(mode)
    return total / count

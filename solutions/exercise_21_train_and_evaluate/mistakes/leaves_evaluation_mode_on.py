"""Your evaluation leaves the model in evaluation mode

The number that you return is right. But the flag stays cleared after the call, in every part. If the next epoch does
not set it, the model trains on without dropout, and its running averages stand still.

Whoever moves a switch that belongs to somebody else remembers how it stood.
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
    model.eval()
    total, count = 0.0, 0
    with torch.no_grad():
        for x, y in loader:
            total += loss_fn(model(x), y).item() * len(x)
            count += len(x)
    return total / count

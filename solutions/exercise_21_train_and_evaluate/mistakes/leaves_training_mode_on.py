"""Your evaluation leaves the model in training mode, however it was found

You put the model back into training mode, as if every evaluation came between two epochs. A model that was in
evaluation mode, because it is in use or because a part of it is not to be trained, comes out with all flags set.

What has to be put back is not what is usual, but what was there before.
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
    model.train()
    return total / count

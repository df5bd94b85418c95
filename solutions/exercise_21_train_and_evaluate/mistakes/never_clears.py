"""Every step of your epoch contains the gradients of all batches before it

`backward()` adds to `.grad`, and your loop never clears it. The first step is that of the first batch (and of
whatever was left from earlier), the second that of two batches, and so on: the steps get longer and older.

The end of an iteration clears nothing by itself.
"""

import torch


def train_epoch(model, loader, optimizer, loss_fn):
    model.train()
    losses = []
    for x, y in loader:
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
            count += len(x)
    for part, mode in modes.items():
        part.training = mode
    return total / count

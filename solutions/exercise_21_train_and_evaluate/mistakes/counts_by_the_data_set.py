"""Your mean asks the loader for its data set

`len(loader.dataset)` is the number of samples where the loader is a `DataLoader`. A list of batches has no
`dataset`, nor has a generator, and there your evaluation stops with an error.

Each batch that passes by tells you how many samples are in it. More is not needed.
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
    return total / len(loader.dataset)

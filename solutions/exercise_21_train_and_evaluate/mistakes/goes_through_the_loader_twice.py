"""Your evaluation goes through the loader once to count and once to add

With a list this works. A generator hands out each batch once: when your second loop begins, it has nothing left, and
the sum stays empty. No error tells you, and a mean loss of zero looks like a perfect model.

Whatever you want to know about the batches, take it while they pass by.
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
    count = sum(len(x) for x, _ in loader)
    total = 0.0
    with torch.no_grad():
        for x, y in loader:
            total += loss_fn(model(x), y).item() * len(x)
    for part, mode in modes.items():
        part.training = mode
    return total / count

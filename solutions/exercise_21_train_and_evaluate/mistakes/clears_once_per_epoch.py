"""Your gradients are cleared once an epoch instead of once a batch

At the beginning nothing stale is left. But within the epoch each `backward()` adds to what the batch before has left
there, and each step rests on all batches so far.

What clears has to stand where it runs as often as what adds.
"""

import torch


def train_epoch(model, loader, optimizer, loss_fn):
    model.train()
    losses = []
    optimizer.zero_grad()
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

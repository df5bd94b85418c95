"""Your evaluation switches gradients on at its end

`torch.set_grad_enabled(True)` is right only if they were on before. When somebody calls your function where
gradients are off, inside a larger evaluation, say, they are on from then on.

A context manager, or a remembered value, puts back what was there.
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
    torch.set_grad_enabled(False)
    for x, y in loader:
        total += loss_fn(model(x), y).item() * len(x)
        count += len(x)
    torch.set_grad_enabled(True)
    for part, mode in modes.items():
        part.training = mode
    return total / count

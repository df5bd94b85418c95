"""After your evaluation, gradients stay switched off

`torch.set_grad_enabled(False)` moves the switch for the whole program, and nobody moves it back. The evaluation is
right. The next `backward()`, wherever it is, fails: the loss does not require grad.

A function that needs the switch moved does so for as long as it runs.
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
    for part, mode in modes.items():
        part.training = mode
    return total / count

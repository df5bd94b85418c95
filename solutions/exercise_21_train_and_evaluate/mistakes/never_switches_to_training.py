"""Your epoch runs in whatever mode the model was found in

A model that has just been evaluated, or loaded from a file by someone who only wanted to predict, is in evaluation
mode. Yours then trains without dropout and with running averages that no longer follow the data. The losses look
fine, often even better than they should.

A layer cannot see that a training is going on. It reads its flag, and somebody has to set it.
"""

import torch


def train_epoch(model, loader, optimizer, loss_fn):
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
            count += len(x)
    for part, mode in modes.items():
        part.training = mode
    return total / count

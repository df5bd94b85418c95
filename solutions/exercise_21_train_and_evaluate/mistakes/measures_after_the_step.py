"""Your losses are measured after the steps

Each loss in your list belongs to a second prediction, made when the step had already been taken. It looks a little
better than the model was when it saw the batch, and it costs another pass through the model.

The loss from which the gradients came is there already.
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
        losses.append(loss_fn(model(x), y).item())
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

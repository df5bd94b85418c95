"""Your optimizer steps once an epoch, not once a batch

Your loop collects the gradients of all batches, and the only step comes behind it. All losses are those of one and
the same model. A loader with a hundred batches was meant for a hundred small steps.

Look at the indentation: what belongs to each batch stands inside the loop.
"""

import torch


def train_epoch(model, loader, optimizer, loss_fn):
    model.train()
    losses = []
    optimizer.zero_grad()
    for x, y in loader:
        loss = loss_fn(model(x), y)
        loss.backward()
        losses.append(loss.item())
    optimizer.step()
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

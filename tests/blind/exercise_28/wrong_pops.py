"""Wrong: empties the caller's list to save memory."""
import torch


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    n, total = len(batches), 0.0
    while batches:
        x, y = batches.pop(0)
        loss = loss_fn(model(x), y) / n
        loss.backward()
        total += loss.item()
    return total

"""Wrong: returns the sum; the gradients are right."""
import torch


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y)
        (loss / len(batches)).backward()
        total += loss.item()
    return total

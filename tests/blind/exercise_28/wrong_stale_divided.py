"""Wrong: clears nothing and divides all of .grad, stale part too."""
import torch


def average_loss(model, batches, loss_fn):
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y)
        loss.backward()
        total += loss.item()
    for p in model.parameters():
        p.grad /= len(batches)
    return total / len(batches)

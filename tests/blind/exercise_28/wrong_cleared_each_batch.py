"""Wrong: clears before every batch, so .grad is the last batch's share alone."""
import torch


def average_loss(model, batches, loss_fn):
    total = 0.0
    for x, y in batches:
        model.zero_grad()
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward()
        total += loss.item()
    return total

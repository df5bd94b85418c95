"""Wrong: the mean squared error whatever loss_fn is."""
import torch


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = ((model(x) - y) ** 2).mean() / len(batches)
        loss.backward()
        total += loss.item()
    return total

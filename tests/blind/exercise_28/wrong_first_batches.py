"""Wrong: leaves the last batch out of gradient and value."""
import torch


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total, n = 0.0, len(batches) - 1
    for x, y in batches[:n]:
        loss = loss_fn(model(x), y) / n
        loss.backward()
        total += loss.item()
    return total

"""Wrong: no_grad leaks nothing, but no gradient is left either."""
import torch


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    with torch.no_grad():
        return sum(loss_fn(model(x), y).item() for x, y in batches) / len(batches)

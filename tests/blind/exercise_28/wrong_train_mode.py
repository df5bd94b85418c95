"""Wrong: model.train() is not put back; module mode is left as found."""
import torch


def average_loss(model, batches, loss_fn):
    model.train()
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward()
        total += loss.item()
    return total

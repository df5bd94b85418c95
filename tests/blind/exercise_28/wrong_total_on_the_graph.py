"""Wrong: total + loss keeps every batch's graph, though each backward has freed its saved tensors."""
import torch


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward()
        total = total + loss
    return total.item()

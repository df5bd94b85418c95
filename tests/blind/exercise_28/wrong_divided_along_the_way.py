"""Wrong: divides .grad by the number of batches after every batch, so early batches count less."""
import torch


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y)
        loss.backward()
        for p in model.parameters():
            if p.grad is not None:
                p.grad /= len(batches)
        total += loss.item()
    return total / len(batches)

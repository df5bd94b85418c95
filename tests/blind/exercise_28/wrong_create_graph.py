"""Wrong: create_graph keeps the graphs in .grad."""
import torch


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward(create_graph=True)
        total += loss.item()
    return total

"""Unclear: a second forward pass without graph for the value; may the model be called twice a batch?"""
import torch


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        with torch.no_grad():
            total += loss_fn(model(x), y).item()
        (loss_fn(model(x), y) / len(batches)).backward()
    return total / len(batches)

"""Measures the loss once more without a graph, before the step, and clears through the model, with zeros in place of None."""

import torch


def train_step(model, optimizer, loss_fn, x, y):
    with torch.no_grad():
        before = loss_fn(model(x), y).item()
    model.zero_grad(set_to_none=False)
    loss_fn(model(x), y).backward()
    optimizer.step()
    return before

"""Measures in a first round without graph, and goes backward in a second one, from the last batch to the first."""

import torch


def average_loss(model, batches, loss_fn):
    with torch.no_grad():
        losses = torch.stack([loss_fn(model(x), y) for x, y in batches])
    model.zero_grad(set_to_none=False)
    for x, y in reversed(batches):
        torch.autograd.backward(loss_fn(model(x), y).div(len(batches)))
    return losses.mean().tolist()

"""Gives each backward pass the weight as upstream gradient, last one first; measures in a round of its own."""

import torch as t


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    sizes = t.tensor([len(x) for x, _ in micro_batches], dtype=t.float64)
    weights = sizes / sizes.sum()
    with t.no_grad():
        losses = t.stack([loss_fn(model(x), y) for x, y in micro_batches])
    for p in model.parameters():
        p.grad = None
    for (x, y), weight in reversed(list(zip(micro_batches, weights))):
        loss_fn(model(x), y).backward(weight)
    optimizer.step()
    return losses @ weights

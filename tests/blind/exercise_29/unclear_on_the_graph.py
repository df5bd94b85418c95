"""Unclear: returns a scalar tensor that still requires grad; a scalar tensor may be returned, off the graph or not?"""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    n = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / n
        loss.backward()
        total = total + loss
    optimizer.step()
    return total

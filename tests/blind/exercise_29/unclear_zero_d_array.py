"""Unclear: the loss is a 0-d NumPy array, which is neither a NumPy scalar nor a scalar tensor."""
import numpy as np
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    n = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = np.zeros(())
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / n
        loss.backward()
        total += loss.detach().numpy()
    optimizer.step()
    return total

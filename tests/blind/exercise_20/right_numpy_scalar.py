"""Right: a NumPy scalar for the float."""
import numpy as np
import torch


def train_step(model, optimizer, loss_fn, x, y):
    for group in optimizer.param_groups:
        for p in group["params"]:
            if p.grad is not None:
                p.grad.zero_()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    return np.float64(loss.detach().numpy())

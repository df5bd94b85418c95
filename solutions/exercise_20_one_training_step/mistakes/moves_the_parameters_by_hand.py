"""Your function moves the parameters itself and leaves the optimizer out

Learning rate times gradient is what the plainest of all optimizers does. Others also remember earlier steps, scale
each parameter's step, or let the parameters decay. The one that you were given knows what it is to do, and what it
has to remember for the next time.

An optimizer that is never asked to step learns nothing about the steps that others take.
"""

import torch


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    with torch.no_grad():
        for group in optimizer.param_groups:
            for p in group["params"]:
                p -= group["lr"] * p.grad
    return loss.item()

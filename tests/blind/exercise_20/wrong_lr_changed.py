"""Wrong: halves the optimizer's learning rate after the step; arguments are left as found and later steps differ."""
import torch


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    for group in optimizer.param_groups:
        group["lr"] *= 0.5
    return loss.item()

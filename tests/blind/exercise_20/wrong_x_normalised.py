"""Wrong: centres x in place; arguments are left as found."""
import torch


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    mean = x.mean()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    x -= mean
    return loss.item()

"""Right: clears after the forward pass and before backward, by model.zero_grad."""
import torch


def train_step(model, optimizer, loss_fn, x, y):
    loss = loss_fn(model(x), y)
    model.zero_grad()
    loss.backward()
    optimizer.step()
    return float(loss.detach())

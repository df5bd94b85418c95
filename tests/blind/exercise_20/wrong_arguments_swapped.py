"""Wrong: loss_fn(target, prediction); the order is loss_fn(prediction, target)."""
import torch


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss = loss_fn(y, model(x))
    loss.backward()
    optimizer.step()
    return loss.item()

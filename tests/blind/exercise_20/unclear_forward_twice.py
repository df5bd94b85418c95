"""Unclear: a second forward pass (before the step) for the returned loss; may the model be called twice?"""
import torch


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss_fn(model(x), y).backward()
    with torch.no_grad():
        before = loss_fn(model(x), y).item()
    optimizer.step()
    return before

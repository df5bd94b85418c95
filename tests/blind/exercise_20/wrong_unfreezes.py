"""Wrong: makes every parameter require grad, frozen ones too."""
import torch


def train_step(model, optimizer, loss_fn, x, y):
    for p in model.parameters():
        p.requires_grad_(True)
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()

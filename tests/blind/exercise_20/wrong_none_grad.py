"""Wrong: grad.zero_() without asking for None; a fresh model has no .grad and the first step raises."""
import torch


def train_step(model, optimizer, loss_fn, x, y):
    for p in model.parameters():
        p.grad.zero_()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()

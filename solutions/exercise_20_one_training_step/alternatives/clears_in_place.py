"""Fills the gradients that are there with zeros, group by group; the loss is noted before the step."""

import torch


def clear(optimizer):
    for group in optimizer.param_groups:
        for p in group["params"]:
            if p.grad is not None:
                p.grad.detach_().zero_()


def train_step(model, optimizer, loss_fn, x, y):
    with torch.enable_grad():
        loss = loss_fn(model(x), y)
    before = loss.item()
    clear(optimizer)
    torch.autograd.backward(loss)
    optimizer.step()
    return before

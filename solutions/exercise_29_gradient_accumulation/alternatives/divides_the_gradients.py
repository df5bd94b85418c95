"""Collects the gradients of sums over samples, and divides them by the number of samples before the step."""

import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    model.zero_grad(set_to_none=False)
    total, count = 0.0, 0
    for x, y in micro_batches:
        loss_of_samples = loss_fn(model(x), y) * x.size(0)
        torch.autograd.backward(loss_of_samples)
        total += loss_of_samples.item()
        count += x.size(0)
    for p in model.parameters():
        if p.grad is not None:
            p.grad.div_(count)
    optimizer.step()
    optimizer.zero_grad()
    return total / count

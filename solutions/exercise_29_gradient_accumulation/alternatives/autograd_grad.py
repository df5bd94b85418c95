"""Corrects a running mean of `torch.autograd.grad` at each micro-batch, and assigns it at the end."""

import numpy as np
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    trainable = [p for p in model.parameters() if p.requires_grad]
    means = [torch.zeros_like(p) for p in trainable]
    losses, sizes = [], []
    for x, y in micro_batches:
        sizes.append(len(x))
        loss = loss_fn(model(x), y)
        for mean, gradient in zip(means, torch.autograd.grad(loss, trainable)):
            mean += (gradient - mean) * len(x) / sum(sizes)
        losses.append(loss.item())
    for p, mean in zip(trainable, means):
        p.grad = mean
    optimizer.step()
    return np.average(losses, weights=sizes)

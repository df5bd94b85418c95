"""Corrects a running mean at each batch, and assigns the gradients that `torch.autograd.grad` returns."""

from contextlib import contextmanager

import numpy as np
import torch


@contextmanager
def evaluating(model):
    modes = {name: module.training for name, module in model.named_modules()}
    model.train(False)
    with torch.no_grad():
        yield
    for name, mode in modes.items():
        model.get_submodule(name).training = mode


def train_epoch(model, loader, optimizer, loss_fn):
    model.train()
    trainable = [p for p in model.parameters() if p.requires_grad]
    losses = []
    for batch in loader:
        loss = loss_fn(model(batch[0]), batch[1])
        for p, gradient in zip(trainable, torch.autograd.grad(loss, trainable)):
            p.grad = gradient
        optimizer.step()
        losses.append(np.float64(loss.detach().numpy()))
    return tuple(losses)


def evaluate(model, loader, loss_fn):
    mean, count = 0.0, 0
    with evaluating(model):
        for x, y in loader:
            count += x.size(0)
            mean += (loss_fn(model(x), y).item() - mean) * x.size(0) / count
    return mean

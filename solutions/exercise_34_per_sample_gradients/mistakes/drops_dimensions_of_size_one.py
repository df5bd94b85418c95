"""Dimensions of size one are dropped from your gradients

`squeeze()` removes every dimension of size one, whatever it stands for. In a batch of one sample that is the batch
itself; in a layer with one output it would be a dimension of the parameter.

A shape is part of the answer. What depends on it, such as a loop over the samples, breaks for the one batch that
happens to be small.
"""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    names, parameters = zip(*model.named_parameters())
    rows = []
    for i in range(len(x)):
        rows.append(torch.autograd.grad(loss_fn(model(x[i : i + 1]), y[i : i + 1]), parameters))
    return {name: torch.stack(column).squeeze() for name, column in zip(names, zip(*rows))}

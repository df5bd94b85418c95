"""The gradients come in a list, without their names

They are right and in the order of the parameters, but the caller asks for a dict and wants to look up a parameter by
its name.

A module knows the names of its parameters: the same loop that gives the parameters can give both.
"""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    parameters = list(model.parameters())
    rows = []
    for i in range(len(x)):
        rows.append(torch.autograd.grad(loss_fn(model(x[i : i + 1]), y[i : i + 1]), parameters))
    return [torch.stack(column) for column in zip(*rows)]

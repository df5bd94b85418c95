"""The loss gets target and prediction in the wrong order

`loss_fn(prediction, target)` need not be the same as `loss_fn(target, prediction)`. For a squared error it is, which
is why this can stay unnoticed for long; most other losses treat the two differently.

Look up which argument comes first. Here the text says it.
"""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    names, parameters = zip(*model.named_parameters())
    rows = []
    for i in range(len(x)):
        rows.append(torch.autograd.grad(loss_fn(y[i : i + 1], model(x[i : i + 1])), parameters))
    return {name: torch.stack(column) for name, column in zip(names, zip(*rows))}

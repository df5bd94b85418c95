"""The batch is the last dimension of your gradients

`stack` puts the new dimension where you tell it to. All numbers are there, but `gradients[name][i]` is not the
gradient of sample `i`.

In torch the batch comes first, by a habit that nearly everything relies on.
"""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    names, parameters = zip(*model.named_parameters())
    rows = []
    for i in range(len(x)):
        rows.append(torch.autograd.grad(loss_fn(model(x[i : i + 1]), y[i : i + 1]), parameters))
    return {name: torch.stack(column, dim=-1) for name, column in zip(names, zip(*rows))}

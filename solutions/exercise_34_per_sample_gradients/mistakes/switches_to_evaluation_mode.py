"""The model is switched to evaluation mode

`eval()` reaches every part of the model, and none is switched back. The gradients are then those of a model in
another mode than the caller chose, and the caller goes on with a model that has silently changed.

Gradients exist in either mode. Which one is right is for the caller to know.
"""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    model.eval()
    names, parameters = zip(*model.named_parameters())
    rows = []
    for i in range(len(x)):
        rows.append(torch.autograd.grad(loss_fn(model(x[i : i + 1]), y[i : i + 1]), parameters))
    return {name: torch.stack(column) for name, column in zip(names, zip(*rows))}

"""The samples' gradients are added together

Each sample has its own loss, as it should, but the losses are differentiated together. The gradient of several losses
is the sum of their gradients, so that one tensor of the parameter's own shape is left.

Keep them apart to the end: one pass for each sample, or one for all in which the batch is a dimension of its own.
"""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    names, parameters = zip(*model.named_parameters())
    losses = [loss_fn(model(x[i : i + 1]), y[i : i + 1]) for i in range(len(x))]
    return dict(zip(names, torch.autograd.grad(losses, parameters)))

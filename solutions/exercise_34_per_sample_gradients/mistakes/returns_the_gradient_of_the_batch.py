"""Your gradients are those of the whole batch

There is one gradient for each parameter, of the parameter's own shape. It belongs to the loss of the batch, in which
all samples were put together before the backward pass began. From then on nobody can tell which sample contributed
what.

To keep the samples apart, each needs a loss of its own to start from.
"""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    loss = loss_fn(model(x), y)
    gradients = torch.autograd.grad(loss, list(model.parameters()))
    names = [name for name, _ in model.named_parameters()]
    return dict(zip(names, gradients))

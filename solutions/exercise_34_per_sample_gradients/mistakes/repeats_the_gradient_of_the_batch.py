"""Every sample gets the gradient of the whole batch

The shapes are right, with the batch first. But along it the same gradient stands again and again: it was computed
once, from the loss of all samples, and then repeated.

Compare the results for two samples that have nothing in common. They should not agree.
"""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    loss = loss_fn(model(x), y)
    gradients = torch.autograd.grad(loss, list(model.parameters()))
    named = model.named_parameters()
    return {name: torch.stack([gradient] * len(x)) for (name, _), gradient in zip(named, gradients)}

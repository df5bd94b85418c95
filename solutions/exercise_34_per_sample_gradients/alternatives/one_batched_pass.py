"""Stacks the samples' losses and goes back once, with a batch of upstream gradients, a row of the identity each."""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    losses = torch.stack([loss_fn(model(a), b) for a, b in zip(x.split(1), y.split(1))])
    basis = torch.eye(len(losses), dtype=losses.dtype)
    grads = torch.autograd.grad(losses, list(model.parameters()), basis, is_grads_batched=True)
    return {name: grad for (name, _), grad in zip(model.named_parameters(), grads)}

"""Gives each sample its own copy of the parameters, so that one backward pass keeps all gradients apart."""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    copies = {name: p.detach().expand(len(x), *p.shape).clone() for name, p in model.named_parameters()}
    for each in copies.values():
        each.requires_grad_()
    total = 0
    for i in range(len(x)):
        own = {name: each[i] for name, each in copies.items()}
        total = total + loss_fn(torch.func.functional_call(model, own, (x[i : i + 1],)), y[i : i + 1])
    total.backward()
    return {name: each.grad for name, each in copies.items()}

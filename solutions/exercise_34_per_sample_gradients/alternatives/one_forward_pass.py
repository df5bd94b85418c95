"""Predicts once for the whole batch, and goes backward from each sample's loss through the graph that they share."""

import torch as t


def per_sample_gradients(model, loss_fn, x, y):
    named = dict(model.named_parameters())
    prediction = model(x)
    result = {name: t.empty(len(x), *p.shape, dtype=p.dtype) for name, p in named.items()}
    for i, (one, target) in enumerate(zip(prediction.split(1), y.split(1))):
        grads = t.autograd.grad(loss_fn(one, target), list(named.values()), retain_graph=True)
        for name, g in zip(named, grads):
            result[name][i] = g
    return result

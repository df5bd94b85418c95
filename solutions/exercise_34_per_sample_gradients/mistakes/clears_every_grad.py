"""The `.grad` of the parameters is gone afterwards

The gradients that you return are right, and you leave no trace of them in `.grad`. But you leave no trace of anything
else, either: what the caller had there before is lost. An empty `.grad` is not the same as an untouched one.

Whoever clears something at the end should have filled it at the beginning.
"""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    collected = {name: [] for name, _ in model.named_parameters()}
    for i in range(len(x)):
        model.zero_grad()
        loss_fn(model(x[i : i + 1]), y[i : i + 1]).backward()
        for name, parameter in model.named_parameters():
            collected[name].append(parameter.grad)
    model.zero_grad()
    return {name: torch.stack(gradients) for name, gradients in collected.items()}

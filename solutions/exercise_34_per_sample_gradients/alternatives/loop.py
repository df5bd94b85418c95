"""Goes through the samples in a loop, each as a batch of one, and stacks what `torch.autograd.grad` gives."""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    names, parameters = zip(*model.named_parameters())
    rows = []
    for i in range(len(x)):
        loss = loss_fn(model(x[i : i + 1]), y[i : i + 1])
        rows.append(torch.autograd.grad(loss, parameters))
    return {name: torch.stack(column) for name, column in zip(names, zip(*rows))}

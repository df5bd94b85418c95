"""Your gradients are too small, by the size of the batch

Each is what its sample contributes to the *mean* loss of the batch. All of them together add up to the gradient of
the batch. Asked for is the gradient of each sample's loss, taken as a batch of one, and for that the size of the real
batch does not matter.

Adding a sample to the batch should not change the gradients of the others.
"""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    names, parameters = zip(*model.named_parameters())
    rows = []
    for i in range(len(x)):
        loss = loss_fn(model(x[i : i + 1]), y[i : i + 1]) / len(x)
        rows.append(torch.autograd.grad(loss, parameters))
    return {name: torch.stack(column) for name, column in zip(names, zip(*rows))}

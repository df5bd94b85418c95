"""Uses `backward()` on a deep copy of the model, whose gradients belong to nobody else."""

import copy

import torch


def per_sample_gradients(model, loss_fn, x, y):
    twin = copy.deepcopy(model)
    collected = {name: [] for name, _ in twin.named_parameters()}
    for i in range(x.shape[0]):
        twin.zero_grad()
        loss_fn(twin(x[i].unsqueeze(0)), y[i].unsqueeze(0)).backward()
        for name, p in twin.named_parameters():
            collected[name].append(p.grad)
    return {name: torch.stack(grads, dim=0) for name, grads in collected.items()}

"""Collects the names first, and asks the model for each parameter by its name; an optimizer of its own clears."""

import torch


def names(model, prefix=""):
    return [name for name, _ in model.named_parameters() if name.startswith(prefix)]


def freeze(model, prefix):
    picked = [model.get_parameter(name) for name in names(model, prefix)]
    if picked:
        torch.optim.SGD(picked, lr=1.0).zero_grad(set_to_none=True)
    for p in picked:
        p.requires_grad = False
    return len(picked)


def trainable(model):
    return [name for name in names(model) if model.get_parameter(name).requires_grad]

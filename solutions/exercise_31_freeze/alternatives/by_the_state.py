"""Finds the parameters in the state of the model, where buffers have to be told apart from them."""

from torch import nn


def named(model):
    state = model.state_dict(keep_vars=True)
    return {name: value for name, value in state.items() if isinstance(value, nn.Parameter)}


def freeze(model, prefix):
    picked = {name: p for name, p in named(model).items() if name.startswith(prefix)}
    for p in picked.values():
        del p.grad
        p.requires_grad = False
    return len(picked)


def trainable(model):
    return [name for name, p in named(model).items() if p.requires_grad]

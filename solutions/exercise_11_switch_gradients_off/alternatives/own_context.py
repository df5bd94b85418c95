"""A context manager of its own around the switch, used as a block, as a decorator, and by an exit stack."""

from contextlib import ExitStack, contextmanager

import torch


@contextmanager
def gradients(mode):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(mode)
    try:
        yield
    finally:
        torch.set_grad_enabled(before)


def predict(model, x):
    with gradients(mode=False):
        return model(x)


@gradients(mode=False)
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    with ExitStack() as stack:
        stack.callback(torch.set_grad_enabled, torch.is_grad_enabled())
        torch.set_grad_enabled(False)
        return model(x)

"""`set_grad_enabled` in all of its three uses: as a block, as a decorator, as a call."""

import torch


def predict(model, x):
    with torch.set_grad_enabled(mode=False):
        return model(x)


@torch.set_grad_enabled(False)
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    previous = torch.is_grad_enabled()
    try:
        torch.set_grad_enabled(False)
        y = model(x)
    except BaseException:
        torch.set_grad_enabled(previous)
        raise
    torch.set_grad_enabled(previous)
    return y

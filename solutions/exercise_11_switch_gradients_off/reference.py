"""The three ways to run a model with gradients off; only the last has to put the switch back by itself."""

import torch
from torch import Tensor, nn


def predict(model: nn.Module, x: Tensor) -> Tensor:
    """Return `model(x)`, computed in a block with gradients off."""
    with torch.no_grad():
        return model(x)


@torch.no_grad()
def predict_by_decorator(model: nn.Module, x: Tensor) -> Tensor:
    """Return `model(x)`; the decorator switches gradients off for the whole call."""
    return model(x)


def predict_by_switch(model: nn.Module, x: Tensor) -> Tensor:
    """Return `model(x)`, computed after the switch was moved; it goes back however the model's run ends."""
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        return model(x)
    finally:
        torch.set_grad_enabled(before)

"""A forward hook catches the output, `autograd.grad` answers for it alone; a tensor hook scales what comes back."""

import torch
from torch import Tensor, nn


def layer_gradient(model: nn.Module, x: Tensor, layer: str) -> Tensor:
    """Return the gradient of `model(x).sum()` with respect to the output of the submodule named `layer`."""
    outputs: list[Tensor] = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, inputs, output: outputs.append(output))
    try:
        total = model(x).sum()
    finally:
        handle.remove()
    (gradient,) = torch.autograd.grad(total, outputs[0])
    return gradient


def scale_gradient(t: Tensor, factor: float) -> None:
    """Multiply the gradient that flows back through the non-leaf `t` by `factor`, in every backward pass."""
    t.register_hook(lambda gradient: gradient * factor)

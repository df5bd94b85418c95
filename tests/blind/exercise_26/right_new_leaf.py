"""Right: the hook puts a new leaf in the output's place; the tensor hook is a partial."""
import contextlib
import functools
import operator

import torch as t


def layer_gradient(model: t.nn.Module, x: t.Tensor, layer: str) -> t.Tensor:
    box = {}

    def cut(module, inputs, output):
        box["leaf"] = output.detach().requires_grad_(True)
        return box["leaf"]

    with contextlib.ExitStack() as stack:
        handle = dict(model.named_modules())[layer].register_forward_hook(cut)
        stack.callback(handle.remove)
        y = model(x)
    return t.autograd.grad(y.sum(), [box["leaf"]])[0]


def scale_gradient(tensor: t.Tensor, factor: float) -> None:
    tensor.register_hook(functools.partial(operator.mul, factor))

"""Writes the steps into copies that are on the graph, and masks the gradient by a hook on a copy."""

import torch


class Through(torch.autograd.Function):
    """Takes its value from the second input, and gives its gradient to the first."""

    @staticmethod
    def forward(x, value):
        return value.clone()

    @staticmethod
    def setup_context(ctx, inputs, output):
        pass

    @staticmethod
    def backward(ctx, upstream):
        return upstream.clone(), None


def ste_round(x):
    return Through.apply(x, x.detach().round())


def clipped_ste_sign(x):
    copy = x.clone()
    if copy.requires_grad:
        mask = ~(x.detach().abs() > 1)
        copy.register_hook(lambda grad: grad.where(mask, torch.zeros_like(grad)))
    return Through.apply(copy, torch.sign(x).detach())

"""Lets torch put in the zeros."""

import torch as t


def gradients_or_zeros(loss, inputs):
    return t.autograd.grad(loss, inputs, materialize_grads=True)

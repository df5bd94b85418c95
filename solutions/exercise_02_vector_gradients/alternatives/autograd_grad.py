"""Asks `torch.autograd.grad` for the gradients; the sum and the mean are told apart by the vector passed to it."""

import torch as t


def f(x):
    return x * x + 10


def gradient_of_sum(x):
    (gradient,) = t.autograd.grad(f(x), x, grad_outputs=t.ones_like(x))
    return gradient


def gradient_of_mean(x):
    (gradient,) = t.autograd.grad(f(x), x, grad_outputs=t.full_like(x, 1 / x.numel()))
    return gradient


def gradients_of_two(x1, x2):
    return t.autograd.grad((x1.square() + x2.square() + x1 * x2).sum(), (x1, x2))

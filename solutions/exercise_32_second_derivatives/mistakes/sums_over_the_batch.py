"""Your penalty is the sum over the batch, not the mean

A batch twice as large costs twice as much, although its samples are no worse. Then the weight of the penalty in a
loss, and the learning rate, would have to be chosen anew for each batch size.

The last step of the formula makes the penalty independent of how many samples there are.
"""

import torch


def second_derivative(f, x):
    x = x.detach().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second


def gradient_penalty(critic, x):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return (gradient.norm(dim=1) - 1).square().sum()

"""Your second derivative has a graph behind it

The numbers are right, but the result requires grad: the second pass was recorded as well. This is needed in order to
differentiate a third time. Here it only keeps the graphs of two backward passes in memory, for as long as somebody
holds the result.

Ask at each pass, one by one, whether its result will be differentiated.
"""

import torch


def second_derivative(f, x):
    x = x.detach().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), x, create_graph=True)
    return second


def gradient_penalty(critic, x):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return (gradient.norm(dim=1) - 1).square().mean()

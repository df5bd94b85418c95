"""Your first derivative has no graph to go back through

The second pass raises an error: the tensor that it starts from does not require grad. A backward pass is not recorded
unless you ask for it, so the first derivative arrives as a bare list of numbers, and nothing is known of how
they depend on `x`.

To differentiate a result, its computation must have been recorded. That holds for a derivative as for anything else.
"""

import torch


def second_derivative(f, x):
    x = x.detach().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, retain_graph=True)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second


def gradient_penalty(critic, x):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return (gradient.norm(dim=1) - 1).square().mean()

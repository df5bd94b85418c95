"""Your function returns the first derivative

One backward pass gives one derivative. You recorded the pass, so that the result could be differentiated further, but
nobody does so: what you return is how fast `f` changes, not how fast *that* changes.

Try it on `x**3`, where the two are easy to tell apart.
"""

import torch


def second_derivative(f, x):
    x = x.detach().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    return first.detach()


def gradient_penalty(critic, x):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return (gradient.norm(dim=1) - 1).square().mean()

"""Your penalty switches the critic to evaluation mode

`eval()` reaches every part of the critic, and none of them is switched back. The penalty is that of a critic in
another mode than the caller chose, and the training that goes on afterwards takes place in that mode, too.

The mode has nothing to do with gradients. The penalty runs the critic as it finds it.
"""

import torch


def second_derivative(f, x):
    x = x.detach().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second


def gradient_penalty(critic, x):
    critic.eval()
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return (gradient.norm(dim=1) - 1).square().mean()

"""Wrong: differentiates g**2 / 2, so the first derivative is a factor."""
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    g, = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    h, = torch.autograd.grad((g**2 / 2).sum(), x)
    return h


def gradient_penalty(critic, x):
    x = x.detach().clone().requires_grad_()
    g, = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return ((g.norm(dim=1) - 1) ** 2).mean()

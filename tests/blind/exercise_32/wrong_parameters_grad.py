"""Wrong: backward(create_graph=True) leaves .grad in the critic's parameters."""
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    g, = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    h, = torch.autograd.grad(g.sum(), x)
    return h


def gradient_penalty(critic, x):
    x = x.detach().clone().requires_grad_()
    critic(x).sum().backward(create_graph=True)
    return ((x.grad.norm(dim=1) - 1) ** 2).mean()

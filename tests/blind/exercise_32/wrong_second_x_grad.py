"""Wrong: backward() on x itself, which came without requiring grad and is left with a .grad."""
import torch


def second_derivative(f, x):
    x.requires_grad_()
    g, = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    x.grad = None
    g.sum().backward()
    h = x.grad.clone()
    x.requires_grad_(False)
    return h


def gradient_penalty(critic, x):
    x = x.detach().clone().requires_grad_()
    g, = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return ((g.norm(dim=1) - 1) ** 2).mean()

"""Unclear: the critic is called once a sample with a batch of one; must it see the batch?"""
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    g, = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    h, = torch.autograd.grad(g.sum(), x)
    return h


def gradient_penalty(critic, x):
    g = torch.func.vmap(torch.func.grad(lambda row: critic(row[None]).sum()))(x.detach())
    return ((g.norm(dim=1) - 1) ** 2).mean()

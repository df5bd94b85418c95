"""Unclear: an x that requires grad is used as it is, so the penalty reaches it too; may it?"""
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    g, = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    h, = torch.autograd.grad(g.sum(), x)
    return h


def gradient_penalty(critic, x):
    z = x if x.requires_grad else x.detach().requires_grad_()
    g, = torch.autograd.grad(critic(z).sum(), z, create_graph=True)
    return ((g.norm(dim=1) - 1) ** 2).mean()

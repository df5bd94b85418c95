"""Wrong: finite differences with a step of 1e-3 for the second derivative."""
import torch


def second_derivative(f, x):
    h = 1e-3
    with torch.no_grad():
        return (f(x + h) - 2 * f(x) + f(x - h)) / h**2


def gradient_penalty(critic, x):
    x = x.detach().clone().requires_grad_()
    g, = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return ((g.norm(dim=1) - 1) ** 2).mean()

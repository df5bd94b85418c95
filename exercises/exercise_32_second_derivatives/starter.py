import torch
from torch import nn


def second_derivative(f, x):
    """Return the second derivative of `f` at each element of `x`."""
    x = x.detach().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second


def gradient_penalty(critic, x):
    """Return the mean of (norm of each sample's gradient - 1)**2."""
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(critic(x).sum(), x)
    return ((gradient.norm(dim=1) - 1) ** 2).mean()


if __name__ == "__main__":
    critic = nn.Linear(2, 1, bias=False, dtype=torch.float64)
    penalty = gradient_penalty(critic, torch.randn(7, 2, dtype=torch.float64))
    print("penalty:", penalty)
    print("it can be differentiated:", penalty.requires_grad)
    print(second_derivative(lambda x: x**3, torch.tensor([1.0, 2.0, -3.0], dtype=torch.float64)))

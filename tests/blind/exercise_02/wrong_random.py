"""Wrong: draws a random vector to check its own result; the random state is not left as found."""
import torch


def gradient_of_sum(x):
    g = torch.autograd.grad((x**2 + 10).sum(), x)[0]
    v = torch.randn_like(g)
    assert torch.allclose(g @ v, 2 * x.detach() @ v)
    return g


def gradient_of_mean(x):
    return torch.autograd.grad((x**2 + 10).mean(), x)[0]


def gradients_of_two(x1, x2):
    return torch.autograd.grad((x1**2 + x2**2 + x1 * x2).sum(), (x1, x2))

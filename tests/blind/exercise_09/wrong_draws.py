"""Wrong: a tensor of random numbers is made for the gradient and overwritten; the random state is left as found."""
import torch


def vjp(f, x, v):
    z = x.detach().clone().requires_grad_()
    result = torch.randn_like(x)
    result.copy_(torch.autograd.grad(f(z), z, v)[0])
    return result

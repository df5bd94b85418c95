"""The product is an approximation by differences of gradients

How the gradient changes along `v` is measured by two gradients that lie close together. That costs little, and often
it is good enough. But in the subtraction most digits cancel, the more the larger the gradient itself is, and with a
larger step the result is off by how the Hessian changes on the way.

The limit of that difference is a derivative of the gradient, and autograd takes derivatives without any step.
"""

import torch


def hvp(f, x, v):
    def gradient(z):
        z = z.detach().requires_grad_()
        return torch.autograd.grad(f(z), z)[0]

    h = 1e-5
    return (gradient(x.detach() + h * v) - gradient(x.detach() - h * v)) / (2 * h)

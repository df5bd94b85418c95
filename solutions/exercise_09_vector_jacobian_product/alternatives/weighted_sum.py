"""Reduces the result to the scalar `(v * y).sum()`, and takes its gradient."""

from torch.autograd import grad


def vjp(f, x, v):
    copy = x.new_tensor(x.tolist(), requires_grad=True)
    return grad((v * f(copy)).sum(), copy)[0]

"""Multiplies gradient and `v` to a scalar and differentiates that by `backward()`, on a copy of `x`."""


def hvp(f, x, v):
    leaf = x.detach().clone().requires_grad_()
    f(leaf).backward(create_graph=True)
    gradient, leaf.grad = leaf.grad, None
    (gradient * v).sum().backward()
    product, leaf.grad = leaf.grad, None
    return product

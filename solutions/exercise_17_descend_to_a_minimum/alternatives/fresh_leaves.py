"""Makes a new leaf in every step, and detaches them all at the end."""

import torch as t


def minimize(f, x0, lr, steps):
    leaves = [x0.clone().requires_grad_()]
    for _ in range(steps):
        x = leaves[-1]
        (g,) = t.autograd.grad(f(x), x)
        leaves.append((x - lr * g).detach().requires_grad_())
    points = [leaf.detach() for leaf in leaves]
    return points[-1].clone(), points

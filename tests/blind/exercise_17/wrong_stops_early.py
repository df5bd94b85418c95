"""Wrong: stops once the gradient is zero; f is not called steps times then."""
import torch


def minimize(f, x0, lr, steps):
    x = x0.detach().clone()
    points = [x.clone()]
    for _ in range(steps):
        leaf = x.clone().requires_grad_()
        g, = torch.autograd.grad(f(leaf), leaf)
        if g.abs().max() < 1e-12:
            break
        x = x - lr * g
        points.append(x.clone())
    return x, points

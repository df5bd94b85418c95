"""Wrong: goes down in float32 and comes back in x0's dtype."""
import torch


def minimize(f, x0, lr, steps):
    x = x0.detach().float()
    points = [x0.detach().clone()]
    for _ in range(steps):
        leaf = x.to(x0.dtype).requires_grad_()
        g, = torch.autograd.grad(f(leaf), leaf)
        x = x - lr * g.float()
        points.append(x.to(x0.dtype))
    return x.to(x0.dtype), points

"""Wrong: returns the point of the lowest value seen, not the final one."""
import torch


def minimize(f, x0, lr, steps):
    x = x0.detach().clone()
    points, best, low = [x.clone()], x.clone(), float("inf")
    for _ in range(steps):
        leaf = x.clone().requires_grad_()
        value = f(leaf)
        if value.item() < low:
            best, low = x.clone(), value.item()
        g, = torch.autograd.grad(value, leaf)
        x = x - lr * g
        points.append(x.clone())
    return best, points

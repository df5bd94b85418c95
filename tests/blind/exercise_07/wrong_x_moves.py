"""Wrong: takes a small step with x; its value is left as found."""
import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    g1, g2, gx = torch.autograd.grad(loss, (y1, y2, x))
    with torch.no_grad():
        x -= 0.01 * gx
    return g1, g2, gx

"""Wrong: dloss/dx alone requires grad."""
import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    g1, g2, gx = torch.autograd.grad(loss, (y1, y2, x), create_graph=True)
    return g1.detach(), g2.detach(), gx

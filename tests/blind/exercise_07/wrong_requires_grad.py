"""Wrong: create_graph, so the gradients require grad."""
import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    return torch.autograd.grad(loss, (y1, y2, x), create_graph=True)

"""Right: f once, then one autograd.grad for each input with the graph retained."""
import torch


def pure_gradients(f, *inputs):
    with torch.enable_grad():
        loss = f(*inputs)
    return tuple(torch.autograd.grad(loss, i, retain_graph=True)[0] for i in inputs)

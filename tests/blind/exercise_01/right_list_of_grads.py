"""Right: a list for the tuple, and backward with an explicit vector."""
import torch


def gradients(x, w, b):
    result = []
    z = torch.add(torch.mul(w, x), b)
    z.backward(gradient=torch.ones_like(z))
    for leaf in [w, b]:
        result.append(leaf.grad.clone())
    return result

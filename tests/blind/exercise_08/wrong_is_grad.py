"""Wrong: the results are written into the stale .grad objects, which are handed back."""
import torch


def pure_gradients(f, *inputs):
    grads = torch.autograd.grad(f(*inputs), inputs)
    for i, g in zip(inputs, grads):
        i.grad.copy_(g)
    return tuple(i.grad for i in inputs)

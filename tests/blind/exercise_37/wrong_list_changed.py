"""Wrong: takes the inputs off the list given."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, list(inputs), allow_unused=True)
    out = []
    for g in grads:
        t = inputs[0]
        if isinstance(inputs, list):
            inputs.pop(0)
        else:
            inputs = inputs[1:]
        out.append(torch.zeros_like(t) if g is None else g)
    return tuple(out)

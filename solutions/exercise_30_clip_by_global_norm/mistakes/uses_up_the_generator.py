"""Your second loop over the parameters finds nothing

The norm is right, and with a list everything is. But `model.parameters()` is a generator, which hands out each
parameter once. Your first loop has used it up. The second one runs over nothing, without an error, and no gradient is
clipped.

If you need something twice and get it only once, keep it.
"""


def clip_grad_norm(parameters, max_norm):
    norm = sum(p.grad.pow(2).sum().item() for p in parameters if p.grad is not None) ** 0.5
    if norm > max_norm:
        for p in parameters:
            if p.grad is not None:
                p.grad.mul_(max_norm / norm)
    return norm

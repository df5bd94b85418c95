"""Your global norm is the sum of the norms

The norms of the single gradients do not add up. Two at right angles with the norms 3 and 4 make an arrow of length 5,
not 7. With your sum, which is too large, the gradients are clipped too often and too much.

What adds up are the squares. The root comes last, and once.
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = sum(gradient.norm().item() for gradient in gradients)
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(max_norm / norm)
    return norm

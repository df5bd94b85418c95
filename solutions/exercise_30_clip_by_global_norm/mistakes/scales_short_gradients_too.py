"""Your gradients get the norm `max_norm`, however short they are

A gradient shorter than the limit is stretched to it. Close to a minimum, where gradients become small and steps
should too, the optimizer is driven on at full length.

Clipping is a limit upwards. A factor above 1 is no clipping.
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = sum(gradient.pow(2).sum().item() for gradient in gradients) ** 0.5
    for gradient in gradients:
        gradient.mul_(max_norm / norm)
    return norm

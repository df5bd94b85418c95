"""Your clipped gradients have the norm 1

Divided by its norm, an arrow keeps its direction and has the length 1. That is one half of the way: the limit is
`max_norm`, which need not be 1.

What happens to the length if you multiply once more?
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = sum(gradient.pow(2).sum().item() for gradient in gradients) ** 0.5
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(1 / norm)
    return norm

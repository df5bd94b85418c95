"""Your norm is the sum of the squares, without the root

The squares are added over all elements of all gradients, but that sum is the square of the norm. It is compared with
a limit that is meant for the norm, and the factor made from it is much too small.

If all gradients were doubled, the norm should double, too. Yours becomes four times as large.
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = sum(gradient.pow(2).sum().item() for gradient in gradients)
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(max_norm / norm)
    return norm

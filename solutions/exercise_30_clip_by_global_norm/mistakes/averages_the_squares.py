"""Your norm is the root of a mean

The root of the mean of the squares tells how large an element is on average. The norm is a length, and grows with the
number of elements. Between the two lies the root of that number, so your gradients may be far above the limit without
being clipped.

Look at what is done with the squares before the root is taken.
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = (
        sum(gradient.pow(2).sum().item() for gradient in gradients)
        / max(1, sum(gradient.numel() for gradient in gradients))
    ) ** 0.5
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(max_norm / norm)
    return norm

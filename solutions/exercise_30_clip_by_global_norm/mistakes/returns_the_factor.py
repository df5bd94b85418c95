"""Your function returns the factor, not the norm

The clipping is right. What you return tells by how much the gradients were scaled, and is 1 for all that were short
enough. The norm itself cannot be found from it unless they were clipped.

It is computed on the way, and only has to be kept.
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = sum(gradient.pow(2).sum().item() for gradient in gradients) ** 0.5
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(max_norm / norm)
    return min(1.0, max_norm / norm) if norm else 0.0

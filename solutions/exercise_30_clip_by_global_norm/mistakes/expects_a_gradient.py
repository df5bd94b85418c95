"""Your function takes for granted that every parameter has a gradient

A frozen parameter has none, nor has one that the loss did not depend on. Its `.grad` is None, which has neither a
norm nor a sum, and your function stops with an error.

What has no gradient adds nothing to the norm, and has nothing to clip.
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters]
    norm = sum(gradient.pow(2).sum().item() for gradient in gradients) ** 0.5
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(max_norm / norm)
    return norm

"""Your function returns the norm after clipping

The gradients are clipped rightly. But what you return is measured when that is done, and so it is never above the
limit. The caller wants to know how large the gradients were: whether the limit was reached at all, and by how much.

The number that you compare with the limit is the one to return.
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = sum(gradient.pow(2).sum().item() for gradient in gradients) ** 0.5
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(max_norm / norm)
    return min(norm, max_norm)

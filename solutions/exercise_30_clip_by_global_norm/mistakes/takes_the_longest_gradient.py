"""Your norm is that of the longest gradient

The factor is the same for all, which is right, but it is made from one gradient only. The norm of all together is
larger than that of any single one. So you return too little, and afterwards the whole is still above the limit.

What the others add to the length is seldom much, and never nothing.
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = max((gradient.norm().item() for gradient in gradients), default=0.0)
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(max_norm / norm)
    return norm

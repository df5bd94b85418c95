"""Your norm is the largest element

The greatest magnitude is a norm as well, the infinity norm, and there is a clipping by it. Here the 2-norm is asked
for, the length of the arrow, in which every element counts.

After your clipping the largest element has the size of the limit. The arrow is longer than that.
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = max((gradient.abs().max().item() for gradient in gradients), default=0.0)
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(max_norm / norm)
    return norm

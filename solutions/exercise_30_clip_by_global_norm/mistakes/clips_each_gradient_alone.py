"""Your gradients are clipped one by one

Each gradient is measured against the limit by itself, and scaled by its own factor, or not at all. So the norm of the
whole ends up somewhere above the limit. Worse, long gradients get shorter compared with short ones, and the step
turns to another direction.

Think of all gradients as parts of one arrow. To make an arrow shorter, all its parts shrink alike.
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = sum(gradient.pow(2).sum().item() for gradient in gradients) ** 0.5
    for gradient in gradients:
        if gradient.norm() > max_norm:
            gradient.mul_(max_norm / gradient.norm())
    return norm

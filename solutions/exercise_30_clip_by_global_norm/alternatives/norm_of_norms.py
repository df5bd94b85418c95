"""Takes the norm of the norms of all gradients, with `math.hypot`; divides by how many times too long they are."""

import math


def clip_grad_norm(parameters, max_norm):
    gradients = []
    for p in parameters:
        if p.grad is not None:
            gradients.append(p.grad.data)
    norm = math.hypot(*(float(g.norm()) for g in gradients))
    excess = norm / max_norm
    if excess >= 1:
        for g in gradients:
            g /= excess
    return norm

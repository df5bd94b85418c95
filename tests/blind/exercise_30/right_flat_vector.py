"""Right: one flat vector; the norm is returned as a scalar tensor, 0.0 where there is none."""
import torch


def clip_grad_norm(parameters, max_norm):
    grads = []
    for p in parameters:
        if p.grad is not None:
            grads.append(p.grad)
    if not grads:
        return 0.0
    norm = torch.cat([g.reshape(-1) for g in grads]).norm()
    if norm >= max_norm:
        for g in grads:
            g *= max_norm / norm
    return norm

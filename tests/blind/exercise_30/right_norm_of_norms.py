"""Right: the norm of the norms, the factor clamped to 1, values copied into .grad."""
import torch as t


@t.no_grad()
def clip_grad_norm(parameters, max_norm: float) -> float:
    params = [p for p in parameters if p.grad is not None]
    if len(params) == 0:
        return 0
    norm = t.linalg.vector_norm(t.stack([t.linalg.vector_norm(p.grad) for p in params]))
    factor = (max_norm / norm).clamp(max=1.0)
    for p in params:
        p.grad.copy_(p.grad * factor)
    return float(norm)

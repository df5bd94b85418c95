"""Right: torch's foreach operations."""
import torch


def clip_grad_norm(parameters, max_norm):
    grads = [p.grad for p in parameters if p.grad is not None]
    if not grads:
        return torch.tensor(0.0)
    norms = torch._foreach_norm(grads)
    norm = torch.stack(norms).norm().item()
    torch._foreach_mul_(grads, min(1.0, max_norm / (norm + 1e-6)))
    return norm

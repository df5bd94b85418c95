"""Collects the gradients once, so that a generator will do; one norm over all, and one factor for all."""

from collections.abc import Iterable

from torch import Tensor


def clip_grad_norm(parameters: Iterable[Tensor], max_norm: float) -> float:
    """Clip the gradients in place to a global 2-norm of `max_norm`, and return their norm before."""
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = sum(gradient.pow(2).sum().item() for gradient in gradients) ** 0.5
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(max_norm / norm)
    return norm

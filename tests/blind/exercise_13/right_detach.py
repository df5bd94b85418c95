"""Right: through detach, which shares the memory."""
import torch as t


def assign_(p: t.Tensor, value: t.Tensor) -> None:
    p.detach().copy_(value.detach())


def descend_(p: t.Tensor, lr: float) -> None:
    p.detach().add_(p.grad, alpha=-lr)

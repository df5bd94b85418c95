"""Moves the leaf in a hook that runs as soon as its gradient has been added."""

import torch
from torch import Tensor


def minimize(f, x0: Tensor, lr: float, steps: int) -> tuple[Tensor, list[Tensor]]:
    points = [x0.detach().clone()]

    def move(leaf: Tensor) -> None:
        leaf.data.add_(leaf.grad, alpha=-lr)
        leaf.grad = None
        points.append(torch.tensor(leaf.tolist(), dtype=leaf.dtype))

    x = x0.detach().clone().requires_grad_()
    x.register_post_accumulate_grad_hook(move)
    for _ in range(steps):
        f(x).backward()
    return x.detach().clone(), points

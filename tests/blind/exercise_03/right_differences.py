"""Right: lets the gradients add up and subtracts what was there before."""
import torch


def gradient_of_each_call(f, x: torch.Tensor, calls: int) -> list[torch.Tensor]:
    x.grad = torch.zeros_like(x)
    out = []
    for _ in range(calls):
        before = x.grad.clone()
        f(x).backward()
        out.append(x.grad - before)
    return out

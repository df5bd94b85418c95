"""Right: a generator; .grad is taken away after each call."""
from typing import Callable, Iterator

import torch
from torch import Tensor


def _each(f: Callable[[Tensor], Tensor], x: Tensor, calls: int) -> Iterator[Tensor]:
    del x.grad
    for _ in range(calls):
        f(x).backward()
        g, x.grad = x.grad, None
        assert g is not None
        yield g


def gradient_of_each_call(f, x, calls):
    return list(_each(f, x, calls))


if __name__ == "__main__":
    p = torch.arange(3.0, requires_grad=True)
    print(gradient_of_each_call(lambda q: (q**2).sum(), p, 2))

"""Right: a dataclass does the work, a named tuple is returned."""
from dataclasses import dataclass
from typing import NamedTuple

import torch


class Gradients(NamedTuple):
    dw: torch.Tensor
    db: torch.Tensor


@dataclass
class Line:
    w: torch.Tensor
    b: torch.Tensor

    def __call__(self, x):
        return self.w * x + self.b


def gradients(x, w, b):
    line = Line(w, b)
    line(x).backward()
    return Gradients(w.grad, b.grad)


if __name__ == "__main__":
    w, b = torch.ones(1, requires_grad=True), torch.ones(1, requires_grad=True)
    print(gradients(torch.tensor([3.0]), w, b))

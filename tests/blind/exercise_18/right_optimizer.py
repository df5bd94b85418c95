"""Right: an nn.Module and SGD; every (a, b) is kept and the lowest looked up."""
import torch as t
from torch import nn


class Line(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Parameter(t.zeros(1, dtype=t.double))
        self.b = nn.Parameter(t.zeros(1, dtype=t.double))

    def forward(self, x, y):
        return ((self.a * x - y + self.b).pow(2) / (self.a.pow(2) + 1)).mean()


def fit_line(x: t.Tensor, y: t.Tensor, lr: float, epochs: int):
    line = Line()
    opt = t.optim.SGD(line.parameters(), lr=lr)
    seen = []
    for _ in range(epochs):
        opt.zero_grad()
        loss = line(x, y)
        seen.append((loss.item(), line.a.item(), line.b.item()))
        loss.backward()
        opt.step()
    _, a, b = min(seen, key=lambda s: s[0])
    return a, b, tuple(s[0] for s in seen)

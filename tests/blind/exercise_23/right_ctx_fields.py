"""Right: the inputs kept as fields of ctx; nothing is cut, so it differentiates twice."""
import torch


class Power:
    """A power and its derivative."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        out = torch.ones_like(x)
        for _ in range(abs(self.n)):
            out = out * x
        return 1 / out if self.n < 0 else out

    def derivative(self, x):
        return self.n * Power(self.n - 1)(x) if self.n else torch.zeros_like(x)


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale, shift, power):
        ctx.x, ctx.scale, ctx.power = x, scale, Power(power)
        return ctx.power(x) * scale + shift

    @staticmethod
    def backward(ctx, g):
        return (
            g * ctx.scale * ctx.power.derivative(ctx.x),
            torch.sum(g * ctx.power(ctx.x), dim=0),
            torch.sum(g, dim=0),
            None,
        )

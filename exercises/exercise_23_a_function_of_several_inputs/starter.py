import torch


class ScaleShift(torch.autograd.Function):
    """`ScaleShift.apply(x, scale, shift, power)` is scale * x**power + shift."""

    @staticmethod
    def forward(ctx, x, scale, shift, power):
        ctx.save_for_backward(x, scale)
        ctx.power = power
        return scale * x**power + shift

    @staticmethod
    def backward(ctx, upstream):
        x, scale = ctx.saved_tensors
        return upstream * scale * ctx.power * x ** (ctx.power - 1)


if __name__ == "__main__":
    x = torch.tensor([[1.0, 2.0], [3.0, -1.0]], dtype=torch.float64, requires_grad=True)
    scale = torch.tensor([10.0, 1.0], dtype=torch.float64, requires_grad=True)
    shift = torch.tensor([0.5, 0.0], dtype=torch.float64, requires_grad=True)
    y = ScaleShift.apply(x, scale, shift, 2)
    print(y)
    print(torch.autograd.grad(y.sum(), (x, scale, shift)))

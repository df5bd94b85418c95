"""Right: set_detect_anomaly as a context, the message split at the quotes; a Function of its own for the norm."""
import torch
import warnings


def nan_operation(f, x):
    y = f(x.clone().detach().requires_grad_()).sum()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with torch.autograd.set_detect_anomaly(True):
            try:
                y.backward()
            except RuntimeError as e:
                if "returned nan values" in str(e):
                    return str(e).split("'")[1]
                raise


class Norm(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        n = x.pow(2).sum(-1).sqrt()
        ctx.save_for_backward(x, n)
        return n

    @staticmethod
    def backward(ctx, g):
        x, n = ctx.saved_tensors
        direction = x / n.unsqueeze(-1)
        return g.unsqueeze(-1) * direction.masked_fill((n == 0).unsqueeze(-1), 0)


def safe_norm(x):
    return Norm.apply(x)

"""Right: torch's own relu, differentiated inside backward."""
import torch
import torch.nn.functional as F


class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return F.relu(x)

    @staticmethod
    def backward(ctx, g):
        x = ctx.saved_tensors[0].detach().requires_grad_(True)
        with torch.enable_grad():
            y = F.relu(x)
        return torch.autograd.grad(y, x, g)[0]

"""Your gradient lets half of the upstream through where `x` is 0

Your mask is 1 for positive and 0 for negative numbers, but 0.5 at exactly 0: `sign` has a third value there, and so has any average of the two
sides. Half is a possible choice for the kink, but not the one that the exercise asks for.

Check a mask at all three kinds of input: negative, positive, and 0.
"""

import torch


class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, upstream):
        (x,) = ctx.saved_tensors
        return upstream * (torch.sign(x) + 1) / 2

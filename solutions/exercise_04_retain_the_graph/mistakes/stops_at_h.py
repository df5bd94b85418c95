"""The gradients are with respect to `h`, not to `x`

From each head your gradients lead back to `h` and stop there; they have the shape of `h`. The graphs of the heads
share nothing, so there is no error and nothing to retain. But the trunk has not been gone through.

By the chain rule, what you have is the first half of the way: how each head depends on `h`. How `h` depends on `x` is
the trunk's part.
"""

import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    (gradient_a,) = torch.autograd.grad(head_a(h), h)
    (gradient_b,) = torch.autograd.grad(head_b(h), h)
    return gradient_a, gradient_b

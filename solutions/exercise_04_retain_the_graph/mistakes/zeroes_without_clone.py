"""Both results are the same tensor, with the gradient of `head_b`

The gradient of `head_a` was there, and was lost: `zero_()` writes zeros into the tensor that `gradient_a` is a name
of, and the pass from `head_b` writes its gradient into that same tensor. So the two results are one.

Clearing in place and putting aside do not go together, unless what is put aside is a tensor of its own.
"""


def two_heads(x, trunk, head_a, head_b):
    if x.grad is not None:
        x.grad.zero_()
    h = trunk(x)
    head_a(h).backward(retain_graph=True)
    gradient_a = x.grad
    x.grad.zero_()
    head_b(h).backward()
    gradient_b = x.grad
    return gradient_a, gradient_b

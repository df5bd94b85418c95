"""The two heads are differentiated as one sum

One pass from both heads needs no retained graph, but it answers another question: `torch.autograd.grad((a, b), x)`,
as `(a + b).backward()`, gives the gradient of the sum. On the way back the two meet in the trunk, and what arrives at
`x` cannot be taken apart again.

As long as the gradients are to be told apart, they must not travel through the trunk as one.
"""

import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)
    (gradient,) = torch.autograd.grad((a, b), x)
    return gradient, gradient.clone()

"""Your matrix has derivatives on its diagonal alone

You take it that each output depends on the input of the same number and on no other. Then the gradient of the sum
is all there is to know. In general every output depends on every input.
"""

import torch


def jacobian(f, x):
    leaf = x.detach().clone().requires_grad_()
    y = f(leaf)
    (gradient,) = torch.autograd.grad(y.sum(), leaf)
    matrix = torch.zeros(len(y), len(x), dtype=x.dtype)
    for i in range(min(len(y), len(x))):
        matrix[i, i] = gradient[i]
    return matrix

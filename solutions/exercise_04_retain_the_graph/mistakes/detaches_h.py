"""The second head gets a detached `h`, from which no way leads to `x`

The error about the second backward pass is gone, and there is another one: the output of `head_b` does not require
grad. `detach()` gives the values of `h` without the graph behind them. For autograd they are constants, and so is all
that is computed from them.

The trunk's graph was not in your way, it *is* the way: the gradient of `head_b` has to pass through it to reach `x`.
"""


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)

    x.grad = None
    head_a(h).backward()
    gradient_a = x.grad

    x.grad = None
    head_b(h.detach()).backward()
    gradient_b = x.grad

    return gradient_a, gradient_b

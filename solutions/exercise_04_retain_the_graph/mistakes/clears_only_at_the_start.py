"""`x.grad` is cleared once, and the second pass adds to the first

A stale gradient stays out of your results, and the first gradient is right. The second is that of both heads
together: when the pass from `head_b` arrives at `x.grad`, the gradient of `head_a` is still there, and `backward()`
adds to it.

A gradient is stale as soon as you have read it, also one that you made yourself two lines above.
"""


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    x.grad = None
    head_a(h).backward(retain_graph=True)
    gradient_a = x.grad.clone()
    head_b(h).backward()
    gradient_b = x.grad.clone()
    return gradient_a, gradient_b

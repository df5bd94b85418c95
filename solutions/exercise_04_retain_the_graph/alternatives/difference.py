"""Lets the second gradient add to the first in `x.grad`, and takes the difference."""


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)
    x.grad = None
    a.backward(inputs=[x], retain_graph=True)
    gradient_a = x.grad.clone()
    b.backward(inputs=[x])
    return gradient_a, x.grad - gradient_a

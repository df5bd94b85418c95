"""Right: two backward calls, the first retains, .grad is cleared in between."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a = head_a(h)
    b = head_b(h)

    x.grad = None
    a.backward(retain_graph=True)
    grad_a = x.grad.clone()

    x.grad = None
    b.backward()
    grad_b = x.grad.clone()

    return grad_a, grad_b

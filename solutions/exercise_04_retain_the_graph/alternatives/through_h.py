"""Goes back in two stages: from each head to `h`, then from `h` to `x`, with the first result as upstream gradient."""

from torch.autograd import grad


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    (upstream_a,) = grad(head_a(h), h)
    (upstream_b,) = grad(head_b(h), h)
    (gradient_a,) = grad(h, x, upstream_a, retain_graph=True)
    (gradient_b,) = grad(h, x, upstream_b)
    return gradient_a, gradient_b

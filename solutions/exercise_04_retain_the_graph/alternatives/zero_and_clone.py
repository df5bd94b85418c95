"""Uses `backward()`, zeroes `x.grad` in place and clones what it reads; calls each head just before its pass."""


def two_heads(x, trunk, head_a, head_b):
    if x.grad is not None:
        x.grad.zero_()
    h = trunk(x)
    head_a(h).backward(retain_graph=True)
    gradient_a = x.grad.clone()
    x.grad.zero_()
    head_b(h).backward()
    return gradient_a, x.grad.clone()

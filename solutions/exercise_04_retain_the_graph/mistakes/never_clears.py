"""The second gradient is added to the first

The graph is kept and freed where it should be. But both passes end in `x.grad`, and `backward()` adds to what it
finds there: your second gradient is that of both heads together, and a stale gradient from before the call is in
both.

Retaining the graph and clearing the gradient are two different things. The first is about what the pass needs on its
way, the second about what it finds where it arrives.
"""


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    head_a(h).backward(retain_graph=True)
    gradient_a = x.grad.clone()
    head_b(h).backward()
    gradient_b = x.grad.clone()
    return gradient_a, gradient_b

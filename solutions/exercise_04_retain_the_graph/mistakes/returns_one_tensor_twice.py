"""Both results are the same tensor, with the sum of the gradients

`gradient_a = x.grad` does not copy anything: it gives the tensor a second name. The pass from `head_b` then adds its
gradient to that tensor in place, so under both names there is the sum, with a stale gradient in it if there was one.

Two things are mixed here. One is that `backward()` adds to what is in `x.grad`. The other is that what you have put
aside must be out of reach of the next pass.
"""


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    head_a(h).backward(retain_graph=True)
    gradient_a = x.grad
    head_b(h).backward()
    gradient_b = x.grad
    return gradient_a, gradient_b

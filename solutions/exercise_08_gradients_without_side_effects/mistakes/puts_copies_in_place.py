"""Your function puts copies of the old gradients into `.grad`

The values afterwards are right. The tensors are not: each `.grad` is now a copy, and whoever held the old tensor,
an optimizer, say, or a list, no longer sees what is collected there from now on.

Equal and the same are two things. To put a tensor back, put back *that* tensor.
"""


def pure_gradients(f, *inputs):
    old = [x.grad.clone() for x in inputs]
    for x in inputs:
        x.grad = None
    f(*inputs).backward()
    gradients = tuple(x.grad for x in inputs)
    for x, gradient in zip(inputs, old):
        x.grad = gradient
    return gradients

"""Your first gradient is that with respect to `x`

How `z` changes with `x` is one question, how it changes with `w` is another. In a product, the derivative with
respect to one factor is the *other* factor, so your first number is the value of `w`. Besides, `x` had to be made to
require grad for this, and still does.

In a model, `x` is the data, which is as it is. `w` and `b` are what can be adjusted, and the gradients say in which
direction.
"""


def gradients(x, w, b):
    x.requires_grad_()
    z = w * x + b
    z.backward()
    return x.grad, b.grad

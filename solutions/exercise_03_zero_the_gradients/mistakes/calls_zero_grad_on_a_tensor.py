"""`zero_grad()` is called on a tensor, which has no such method

Your code stops with an AttributeError before any gradient is computed. `zero_grad()` belongs to optimizers and to
modules: each knows a set of tensors, and clears the gradient of every one of them.

Here there is neither, only the leaf itself and its `.grad`, which is an ordinary attribute. What would an optimizer
do with that attribute, if it had been given your `x`?
"""


def gradient_of_each_call(f, x, calls):
    gradients = []
    for _ in range(calls):
        x.zero_grad()
        loss = f(x)
        loss.backward()
        gradients.append(x.grad.clone())
    return gradients

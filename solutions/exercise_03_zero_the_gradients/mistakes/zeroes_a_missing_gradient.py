"""`x.grad` is zeroed while it is still None

A leaf that no backward pass has reached has no gradient at all: `x.grad` is None, not a tensor of zeros, and None has
no `zero_()`. With a leaf that comes with an old gradient your code runs; with a new one it stops in the first round.

"No gradient" and "a gradient of zero" are two states in torch. Code that clears gradients must be able to start from
both.
"""


def gradient_of_each_call(f, x, calls):
    gradients = []
    for _ in range(calls):
        x.grad.zero_()
        loss = f(x)
        loss.backward()
        gradients.append(x.grad.clone())
    return gradients

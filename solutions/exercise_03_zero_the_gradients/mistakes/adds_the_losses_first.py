"""The losses are added up before a single backward pass

All your gradients are equal: each is the gradient of the sum of all losses. The gradient of a sum is the sum of the
gradients, so once the losses are added there is no way to tell from `x.grad` which part came from which call.

It is what you want for one step over several batches. Here each call is to be looked at by itself, so each loss has
to travel back by itself.
"""


def gradient_of_each_call(f, x, calls):
    x.grad = None
    total = sum(f(x) for _ in range(calls))
    total.backward()
    return [x.grad.clone() for _ in range(calls)]

"""The list holds one tensor several times, with the last gradient

Each gradient was right at the moment when you stored it. But `zero_()` clears *in place*: it writes zeros into the
tensor that is already in your list, and the next `backward()` adds its gradient to that same tensor. So all entries
show the last gradient, because all are the same memory.

`x.grad` is a name for a tensor, not a copy of its numbers. Before something is written to in place, ask who else
holds it.
"""


def gradient_of_each_call(f, x, calls):
    gradients = []
    for _ in range(calls):
        if x.grad is not None:
            x.grad.zero_()
        loss = f(x)
        loss.backward()
        gradients.append(x.grad)
    return gradients

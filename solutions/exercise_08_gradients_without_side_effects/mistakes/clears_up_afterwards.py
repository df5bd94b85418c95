"""Your function clears `.grad` when it is done

It removes its own traces, and the caller's with them. That nothing of yours is left in `.grad` is half of what is
asked; the other half is that everything is there that was there before.
"""


def pure_gradients(f, *inputs):
    for x in inputs:
        x.grad = None
    f(*inputs).backward()
    gradients = tuple(x.grad for x in inputs)
    for x in inputs:
        x.grad = None
    return gradients

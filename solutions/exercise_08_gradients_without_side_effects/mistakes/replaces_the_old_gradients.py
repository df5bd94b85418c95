"""Your function throws away the gradients that were in `.grad`

The results are right, because `.grad` was set to None before `backward()` wrote there. But that None took the place
of a tensor that somebody still wanted, and now your gradient stands there.

In exercise 3 what `x.grad` held afterwards did not matter. Here it does.
"""


def pure_gradients(f, *inputs):
    for x in inputs:
        x.grad = None
    f(*inputs).backward()
    return tuple(x.grad for x in inputs)

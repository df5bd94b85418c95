"""Your function writes its gradients over the values in `.grad`

The results are right: `zero_()` keeps the stale values out. But it does so by overwriting them, in the very tensor
that somebody else holds, and `backward()` then writes yours into it.

What was zeroed cannot be brought back. Is there a way that does not need `.grad` at all?
"""


def pure_gradients(f, *inputs):
    for x in inputs:
        x.grad.zero_()
    f(*inputs).backward()
    return tuple(x.grad.clone() for x in inputs)

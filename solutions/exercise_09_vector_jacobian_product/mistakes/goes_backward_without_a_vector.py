"""Your backward pass starts from a vector without being told how much each element matters

`backward()` works without arguments on a result with a single element. From several, torch cannot tell which
gradient is meant: that of the first, of the sum, of something in between. So it raises an error, "grad can be
implicitly created only for scalar outputs".

What is missing is a weight for each element of the result, and the function was given one.
"""


def vjp(f, x, v):
    leaf = x.detach().clone().requires_grad_()
    f(leaf).backward()
    return leaf.grad

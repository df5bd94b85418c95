"""The gradient is cleared once, before the loop

A stale gradient does not get into your results, and the first gradient is right. From the second on, each is the sum
of all so far: after the clearing in front of the loop, `backward()` runs several times, and each run adds to what the
one before it left.

A gradient becomes stale as soon as you have read it. How many times is that, in this function?
"""


def gradient_of_each_call(f, x, calls):
    gradients = []
    x.grad = None
    for _ in range(calls):
        loss = f(x)
        loss.backward()
        gradients.append(x.grad.clone())
    return gradients

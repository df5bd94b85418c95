"""The first gradient contains what `x.grad` held before

Between your calls nothing is mixed up: `x.grad` is cleared at the end of each round. But the first round begins with
whatever the caller left in `x.grad`, and `backward()` adds to it. With a leaf that comes with no gradient all is
well, so this shows only with one that has been used before.

A function that clears after itself relies on everyone else having done the same. One that clears before it starts
relies on nobody.
"""


def gradient_of_each_call(f, x, calls):
    gradients = []
    for _ in range(calls):
        loss = f(x)
        loss.backward()
        gradients.append(x.grad.clone())
        x.grad.zero_()
    return gradients

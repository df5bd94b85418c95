"""The list holds one tensor several times, the sum of all gradients

All your gradients are equal, and equal to the sum over all calls. Two things come together. `backward()` adds to
`x.grad`, and nothing clears it between the calls. And `x.grad` is the same tensor in every round: `append(x.grad)`
stores that tensor, not the numbers that it holds at that moment, so every entry of the list shows what was added
last.

Cure them one at a time: first see to it that each round starts without an old gradient, then that what you stored in
one round is out of reach of the next.
"""


def gradient_of_each_call(f, x, calls):
    gradients = []
    for _ in range(calls):
        loss = f(x)
        loss.backward()
        gradients.append(x.grad)
    return gradients

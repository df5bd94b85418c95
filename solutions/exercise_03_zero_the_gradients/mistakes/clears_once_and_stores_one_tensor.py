"""The list holds one tensor several times, and it is cleared only before the loop

All your gradients are equal, and equal to the sum over all calls. The clearing in front of the loop keeps a stale
gradient out, but each `backward()` after it adds to what the one before left. And `append(x.grad)` stores the tensor,
not the numbers that it holds at that moment: it is the same tensor in every round, so every entry shows what was
added last.

Two questions help. What does the second `backward()` find in `x.grad`? And who else holds the tensor that it adds to?
"""


def gradient_of_each_call(f, x, calls):
    gradients = []
    x.grad = None
    for _ in range(calls):
        loss = f(x)
        loss.backward()
        gradients.append(x.grad)
    return gradients

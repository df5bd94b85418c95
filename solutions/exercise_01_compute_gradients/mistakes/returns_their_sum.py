"""Your function adds the two gradients up

A pair is asked for, and your function returns one tensor, the sum of both gradients. From the sum nobody can tell
what `w` contributed and what `b` did.

Each leaf has a gradient of its own, since each can be moved without the other.
"""


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    return w.grad + b.grad

"""Your function returns `w` and `b` themselves

The backward pass did its work, but it does not turn a leaf into its gradient. `w` is still the tensor of values that
it was; the gradient is a second tensor, which is kept at the first one.

Value and gradient have the same shape and are easily confused. One says where `w` is, the other how `z` would answer
if `w` moved.
"""


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    return w, b

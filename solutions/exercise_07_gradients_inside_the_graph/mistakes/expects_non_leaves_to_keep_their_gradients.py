"""Your `y1` and `y2` have no gradient: non-leaves do not keep theirs

`y1.grad` and `y2.grad` are None. The backward pass did compute both gradients, since it had to come through `y1`
and `y2` to get to `x`; but it keeps only what arrives at leaves. `retain_grad()` changes that for one tensor, if
the tensor is told before the pass and not after it.

To keep every gradient of a deep network would take as much memory again as the forward pass did. So you have to say
which ones you want.
"""


def path_gradients(x):
    x.grad = None
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    loss.backward()
    return y1.grad, y2.grad, x.grad

"""Your `z` has no record of how it was computed

`z` was taken off the graph before the backward pass (by `detach()` or `.data`, or because it was computed under
`no_grad`), or it was computed from copies of `w` and `b` that are not watched. To autograd such a `z` is a plain
number that came from nowhere, and torch says that it "does not require grad and does not have a grad_fn".

The way back from `z` to the leaves is the record that was made on the way forth. Whatever breaks it on the way also
breaks the way back.
"""


def gradients(x, w, b):
    z = (w * x + b).detach()
    z.backward()
    return w.grad, b.grad

"""`safe_to_backward` answers False after every change that is counted

`t` was changed, so its version has moved. But that does harm only where somebody has *saved* `t` and needs it in the
backward pass. `t + 1` needs nothing, `t.exp()` needs its result. For these the backward pass succeeds, and the change
is safe.

The counter of `t` cannot tell you who has saved it. (Nor can `torch.autograd.grad(out.sum(), t)`: after an in-place
change the name `t` stands for the changed tensor, which `out` was not computed from.) There is one who will tell, if
asked.
"""


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    before = t._version
    use(t)
    op(t)
    return t._version == before

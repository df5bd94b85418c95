"""What was stored in the list is zeroed afterwards

All your gradients are zero. `append(x.grad)` puts the tensor itself into the list, not a copy of its numbers, and
`zero_()` then writes zeros into that tensor, so into the list too. All entries are even the same tensor: `x.grad` is
not replaced by clearing it in place.

The clearing is right, and so is its place after the reading. What has to differ is what you keep.
"""


def gradient_of_each_call(f, x, calls):
    gradients = []
    for _ in range(calls):
        loss = f(x)
        loss.backward()
        gradients.append(x.grad)
        x.grad.zero_()
    return gradients

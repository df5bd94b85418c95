"""`f` is called once, and its graph is used for every gradient

All your gradients are that of the first call. A loss is the record of one computation: calling `backward()` on it
again goes back over the same record, with the same batch, and gives the same gradient. (It also needs
`retain_graph=True`, which is often a sign that something that should be computed anew is not.)

To see what `f` does the next time, it must be run the next time.
"""


def gradient_of_each_call(f, x, calls):
    gradients = []
    loss = f(x)
    for _ in range(calls):
        x.grad = None
        loss.backward(retain_graph=True)
        gradients.append(x.grad)
    return gradients

"""`f` is called twice in each round

The gradients are kept apart well, but they are those of the wrong calls. `f` may do something else at each call:
here, each call takes the next batch. A second call, to look at the loss or to check it, uses up a batch whose
gradient is then missing from your list.

One call gives one tensor, and that tensor serves for everything: to be looked at, and to be differentiated.
"""


def gradient_of_each_call(f, x, calls):
    losses, gradients = [], []
    for _ in range(calls):
        losses.append(f(x).item())
        x.grad = None
        f(x).backward()
        gradients.append(x.grad)
    return gradients

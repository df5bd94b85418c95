"""The gradient is cleared after backward, before it is read

All your gradients are zero: `backward()` fills `x.grad`, the next line empties it, and only then it is read.

The clearing belongs to the time when nobody needs the number any more, or not yet. In one round there are three
events: `x.grad` is emptied, filled, read. Write down in which order they have to come.
"""


def gradient_of_each_call(f, x, calls):
    gradients = []
    for _ in range(calls):
        loss = f(x)
        loss.backward()
        x.grad.zero_()
        gradients.append(x.grad.clone())
    return gradients

"""The gradients are never cleared, so they add up

Your first gradient is right, the second is the sum of the first two, the third the sum of all three; if `x.grad` held
something before, that is in each of them as well. `backward()` does not replace what is in `x.grad`, it adds to it.

Autograd does this on purpose: a tensor that is used in several places, or by several losses, must collect the
gradients from all of them, and autograd cannot know where one collection ends and the next begins. Only you know
that, so saying it is your part. Ask of every `backward()` in a loop: what does it find in `x.grad` when it starts?
"""


def gradient_of_each_call(f, x, calls):
    gradients = []
    for _ in range(calls):
        loss = f(x)
        loss.backward()
        gradients.append(x.grad.clone())
    return gradients

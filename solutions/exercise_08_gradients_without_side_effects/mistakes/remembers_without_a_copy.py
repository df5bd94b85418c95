"""Your function remembers the old gradients without copying them

`old = x.grad` gives the tensor a second name, and `backward()` adds to that tensor in place. So what you remembered
has changed along with it: the difference between the two is zero, and putting it back puts back nothing.

To remember values, you need a copy of them. To remember a tensor, see to it that nobody writes to it meanwhile.
"""


def pure_gradients(f, *inputs):
    old = [x.grad for x in inputs]
    f(*inputs).backward()
    gradients = tuple(x.grad - before for x, before in zip(inputs, old))
    for x, before in zip(inputs, old):
        x.grad = before
    return gradients

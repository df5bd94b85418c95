"""`f` is called once less than asked

The list is one short. `range(1, calls)` runs from 1 to `calls - 1`: it has one number less than `range(calls)`.

The case of a single call shows it best: the loop is not entered at all. It is worth trying the smallest input first.
"""


def gradient_of_each_call(f, x, calls):
    gradients = []
    for _ in range(1, calls):
        x.grad = None
        f(x).backward()
        gradients.append(x.grad)
    return gradients

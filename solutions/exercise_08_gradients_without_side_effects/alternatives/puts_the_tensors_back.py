"""Takes the old `.grad` tensors away, goes backward, and puts the same tensors back, also after an error."""


def pure_gradients(f, *inputs):
    old = [x.grad for x in inputs]
    for x in inputs:
        x.grad = None
    try:
        f(*inputs).backward()
        return tuple(x.grad for x in inputs)
    finally:
        for x, gradient in zip(inputs, old):
            x.grad = gradient

"""Your function leaves its gradients in `.grad`, added to the old ones

The difference between after and before is the gradient, and your results are right. But the sum stays in `.grad`:
whoever collects there has your gradients in the collection.

A function that borrows a place has to hand it back as it was.
"""


def pure_gradients(f, *inputs):
    old = [x.grad.clone() for x in inputs]
    f(*inputs).backward()
    return tuple(x.grad - before for x, before in zip(inputs, old))

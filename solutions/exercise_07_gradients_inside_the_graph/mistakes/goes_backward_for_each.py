"""Your function goes backward once for each of the gradients

One backward pass computes all three on its way. Each further one computes them all again and adds them to what is
there: a `.grad` holds a multiple of the gradient, and which multiple depends on when it was read.

Count the passes, and what each of them adds to.
"""


def path_gradients(x):
    x.grad = None
    y1 = x + 1
    y2 = 3 * x
    y1.retain_grad()
    y2.retain_grad()
    loss = (y1 - y2) ** 2
    loss.backward(retain_graph=True)
    of_y1 = y1.grad.clone()
    loss.backward(retain_graph=True)
    of_y2 = y2.grad.clone()
    loss.backward()
    return of_y1, of_y2, x.grad

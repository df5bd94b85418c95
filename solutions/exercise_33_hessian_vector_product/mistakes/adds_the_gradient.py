"""The gradient is part of your result

Both passes end in the same `.grad`, and the second adds to what the first left there. So you return the gradient plus
the product.

Between two passes a `.grad` has to be cleared. `torch.autograd.grad` returns what it computes and adds it to nothing.
"""


def hvp(f, x, v):
    x = x.detach().requires_grad_()
    f(x).backward(create_graph=True)
    (x.grad @ v).backward()
    return x.grad.detach()

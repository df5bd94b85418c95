"""Takes the flag from the leaf for the time of the change; descends by assigning."""


def assign_(p, value):
    p.requires_grad_(False)
    try:
        p.copy_(value.detach())
    finally:
        p.requires_grad_(True)


def descend_(p, lr):
    assign_(p, p - lr * p.grad)

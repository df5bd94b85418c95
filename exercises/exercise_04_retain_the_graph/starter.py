import torch


def two_heads(x, trunk, head_a, head_b):
    """Return the gradients of `head_a(trunk(x))` and of `head_b(trunk(x))` with respect to `x`."""
    h = trunk(x)
    a, b = head_a(h), head_b(h)

    x.grad = None
    a.backward()
    gradient_a = x.grad

    x.grad = None
    b.backward()
    gradient_b = x.grad

    return gradient_a, gradient_b


if __name__ == "__main__":
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    print(two_heads(x, lambda x: x**2, lambda h: (h**2).sum(), lambda h: (h**3).sum()))

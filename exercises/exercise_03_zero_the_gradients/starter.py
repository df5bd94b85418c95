import torch


def gradient_of_each_call(f, x, calls):
    """Return a list with the gradient of each of `calls` calls of `f` with respect to `x`."""
    gradients = []
    for _ in range(calls):
        loss = f(x)
        loss.backward()
        gradients.append(x.grad.clone())
    return gradients


if __name__ == "__main__":
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    factors = iter([1, 10, 100])
    print(gradient_of_each_call(lambda x: (next(factors) * x**2).sum(), x, 3))

import torch


def gradients_or_zeros(loss, inputs):
    """Return the gradient of `loss` with respect to each of `inputs`, zeros for those that it does not depend on."""
    return torch.autograd.grad(loss, inputs)


if __name__ == "__main__":
    a = torch.tensor([1.0, 2.0], requires_grad=True)
    b = torch.tensor([[5.0], [6.0], [7.0]], requires_grad=True)
    print(gradients_or_zeros((a**2).sum(), (a,)))
    print(gradients_or_zeros((a**2).sum(), (a, b)))

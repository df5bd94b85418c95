import torch


def gradient_is_right(fn, inputs):
    """Tell whether the gradients of `fn` at `inputs` agree with finite differences."""
    return torch.autograd.gradcheck(fn, inputs)


if __name__ == "__main__":
    print(gradient_is_right(torch.sin, (torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True),)))
    print(gradient_is_right(torch.sin, (torch.tensor([1.0, 2.0]),)))

import torch


def clip_grad_norm(parameters, max_norm):
    """Clip the gradients of all parameters together to `max_norm`, and return their norm before."""
    squares = 0.0
    for p in parameters:
        if p.grad is not None:
            norm = p.grad.norm().item()
            squares += norm**2
            if norm > max_norm:
                p.grad.mul_(max_norm / norm)
    return squares**0.5


if __name__ == "__main__":
    a = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    b = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    a.grad = torch.tensor([3.0, 4.0], dtype=torch.float64)
    b.grad = torch.tensor([12.0], dtype=torch.float64)
    print(clip_grad_norm([a, b], 6.5), a.grad, b.grad)

"""Your factor is the wrong way round

A norm above the limit has to be made smaller, and your factor, norm by limit, is above 1. The gradients that were too
long are now longer by as much as they should have become shorter.

Put numbers in: a norm of 10, a limit of 2. By what do you multiply 10 to get 2?
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = sum(gradient.pow(2).sum().item() for gradient in gradients) ** 0.5
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(norm / max_norm)
    return norm

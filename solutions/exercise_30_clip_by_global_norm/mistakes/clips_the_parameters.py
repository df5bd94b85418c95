"""Your function clips the parameters instead of their gradients

The norm that you measure, and the tensors that you scale, are the parameters' values. Clipping is about the length of
the step, and that is in `.grad`. The model that was to be protected from a large step has been changed without one.

A parameter and its gradient have the same shape, so nothing else tells you.
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.detach() for p in parameters if p.grad is not None]
    norm = sum(gradient.pow(2).sum().item() for gradient in gradients) ** 0.5
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(max_norm / norm)
    return norm

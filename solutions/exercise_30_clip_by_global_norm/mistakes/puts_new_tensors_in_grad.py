"""Your clipped gradients are new tensors

`p.grad = p.grad * factor` makes a new tensor and puts it into `.grad`. The optimizer finds it there. Whoever held the
old tensor, or the memory that it lies in, still has the gradients as they were before.

The text asks for a change in place. Which operations write into the tensor that they are called on?
"""


def clip_grad_norm(parameters, max_norm):
    parameters = [p for p in parameters if p.grad is not None]
    norm = sum(p.grad.pow(2).sum().item() for p in parameters) ** 0.5
    if norm > max_norm:
        for p in parameters:
            p.grad = p.grad * (max_norm / norm)
    return norm

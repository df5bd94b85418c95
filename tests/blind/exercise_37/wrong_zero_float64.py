"""Wrong: zeros in float64 even for float32 inputs."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(torch.zeros(t.shape, dtype=torch.float64) if g is None else g for t, g in zip(inputs, grads))

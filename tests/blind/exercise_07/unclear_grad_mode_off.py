"""Unclear: fails where the caller has grad mode off (enable_grad would help); may a case do so?"""
import torch


def path_gradients(x):
    assert torch.is_grad_enabled()
    y1 = x + 1
    y2 = 3 * x
    return torch.autograd.grad((y1 - y2) ** 2, (y1, y2, x))

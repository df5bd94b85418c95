"""Unclear: the norm is a scalar tensor that requires grad."""
import torch


def clip_grad_norm(parameters, max_norm):
    return torch.nn.utils.clip_grad_norm_(parameters, max_norm).requires_grad_()

"""Wrong: returns the norm as a tensor of shape (1,)."""
import torch


def clip_grad_norm(parameters, max_norm):
    norm = torch.nn.utils.clip_grad_norm_(parameters, max_norm)
    return norm.double().reshape(1)

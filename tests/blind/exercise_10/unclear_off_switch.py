"""Unclear: is_grads_batched=False, its default, is named but not used; is that forbidden?"""
import torch


def jacobian(f, x):
    z = x.detach().clone().requires_grad_()
    return torch.stack([torch.autograd.grad(o, z, retain_graph=True, is_grads_batched=False)[0] for o in f(z)])

"""Unclear: a view made without gradients has no grad_fn, but torch lets it require grad as t does; is it off the graph?"""
import torch


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return t.detach().clone()


@torch.no_grad()
def shared_view(t):
    return t.view_as(t)

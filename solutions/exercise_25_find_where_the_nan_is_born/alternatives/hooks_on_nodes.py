"""Hooks every node of the graph and notes the first whose results have a NaN; the norm is a Function of its own."""

import torch


def nan_operation(f, x):
    found = []
    total = f(x).sum()
    waiting, seen = [total.grad_fn], set()
    while waiting:
        node = waiting.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        node.register_hook(note(node.name(), found))
        waiting.extend(following for following, _ in node.next_functions)
    total.backward()
    return found[0] if found else None


def note(name, found):
    def hook(grad_inputs, grad_outputs):
        if any(grad is not None and grad.isnan().any() for grad in grad_inputs):
            found.append(name)

    return hook


class Norm(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        norms = (x * x).sum(dim=1).sqrt()
        ctx.save_for_backward(x, norms)
        return norms

    @staticmethod
    def backward(ctx, upstream):
        x, norms = ctx.saved_tensors
        units = torch.where(norms[:, None] > 0, x / norms[:, None], torch.zeros_like(x))
        return upstream[:, None] * units


def safe_norm(x):
    return Norm.apply(x)

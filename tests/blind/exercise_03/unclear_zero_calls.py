"""Unclear: always calls f at least once; may `calls` be 0?"""
import torch


def gradient_of_each_call(f, x, calls):
    out = [torch.autograd.grad(f(x), x)[0]]
    while len(out) < calls:
        out.append(torch.autograd.grad(f(x), x)[0])
    return out

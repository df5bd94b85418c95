"""Unclear: .grad is lost when f raises; must it survive that?"""
import torch


def pure_gradients(f, *inputs):
    saved = [i.grad for i in inputs]
    for i in inputs:
        i.grad = None
    f(*inputs).backward()
    grads = tuple(i.grad for i in inputs)
    for i, s in zip(inputs, saved):
        i.grad = s
    return grads

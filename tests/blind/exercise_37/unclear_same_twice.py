"""Unclear: an input that stands twice in inputs is asked for once and returned twice, sharing memory."""
import torch


def gradients_or_zeros(loss, inputs):
    seen = {id(t): t for t in inputs}
    grads = dict(zip(seen, torch.autograd.grad(loss, list(seen.values()), allow_unused=True)))
    return tuple(torch.zeros_like(t) if grads[id(t)] is None else grads[id(t)] for t in inputs)

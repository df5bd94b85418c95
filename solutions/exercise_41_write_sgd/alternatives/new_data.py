"""Computes the new value and assigns it to `p.data`; velocities are kept by the parameter's identity."""

import torch


class SGD:
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.groups = {id(p): {"param": p} for p in params}
        self.settings = lr, momentum, weight_decay

    def zero_grad(self, set_to_none=True):
        for entry in self.groups.values():
            entry["param"].grad = None

    def step(self, closure=None):
        lr, momentum, weight_decay = self.settings
        for entry in self.groups.values():
            p = entry["param"]
            if p.grad is None:
                continue
            d = p.grad + weight_decay * p.detach()
            entry["velocity"] = momentum * entry.get("velocity", torch.zeros_like(d)) + d
            p.data = p.data - lr * entry["velocity"]

"""All parameters of a step at once, by torch's functions on lists of tensors."""

import torch


class SGD:
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.entries = [{"p": p, "v": None} for p in params]
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay

    def zero_grad(self):
        grads = [entry["p"].grad for entry in self.entries if entry["p"].grad is not None]
        if grads:
            torch._foreach_zero_(grads)

    @torch.no_grad()
    def step(self):
        entries = [entry for entry in self.entries if entry["p"].grad is not None]
        if not entries:
            return
        params = [entry["p"] for entry in entries]
        ds = torch._foreach_add([p.grad for p in params], params, alpha=self.weight_decay)
        for entry, d in zip(entries, ds):
            entry["v"] = d if entry["v"] is None else entry["v"].mul(self.momentum).add(d)
        torch._foreach_add_(params, [entry["v"] for entry in entries], alpha=-self.lr)

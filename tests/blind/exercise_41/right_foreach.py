"""Right: the foreach functions; a history of decayed gradients summed with powers of the momentum."""
import torch


class SGD:
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.groups = [{"p": p, "past": []} for p in params]
        self.hyper = lr, momentum, weight_decay

    def zero_grad(self, set_to_none=True):
        for group in self.groups:
            group["p"].grad = None

    def step(self, closure=None):
        lr, m, wd = self.hyper
        was = torch.is_grad_enabled()
        torch.set_grad_enabled(False)
        try:
            live = [g for g in self.groups if g["p"].grad is not None]
            for g in live:
                g["past"].append(g["p"].grad.add(g["p"], alpha=wd))
            moves = [sum(d * m**age for age, d in enumerate(reversed(g["past"]))) for g in live]
            if live:
                torch._foreach_add_([g["p"] for g in live], moves, alpha=-lr)
        finally:
            torch.set_grad_enabled(was)

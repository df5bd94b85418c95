"""Right: by .data, the rate within the buffer."""
import torch


class SGD(object):
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.state = {p: 0.0 for p in params}
        self.options = dict(lr=lr, m=momentum, wd=weight_decay)

    def zero_grad(self):
        for p in self.state:
            p.grad = None

    def step(self):
        o = self.options
        for p, v in self.state.items():
            if p.grad is None:
                continue
            v = o["m"] * v + o["lr"] * (p.grad.detach() + o["wd"] * p.data)
            p.data.sub_(v)
            self.state[p] = v

"""Wrong: inherits from torch.optim's Optimizer, imported by from; the text forbids it."""
import torch
from torch import optim as o


class SGD(o.SGD):
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        super().__init__(params, lr=lr, momentum=momentum, weight_decay=weight_decay)

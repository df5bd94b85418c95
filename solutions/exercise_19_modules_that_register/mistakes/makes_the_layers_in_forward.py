"""Your layers are made anew in every call

`forward` makes fresh layers with random weights each time it runs, uses them once and drops them. Two calls with the
same input give different results. And since the layers are never assigned to the module, it has no parameters.

What a module is to remember from call to call is made once, in `__init__`. `forward` only uses it.
"""

import torch
import torch.nn.functional as F
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.sizes = list(sizes)

    def forward(self, x):
        layers = [nn.Linear(n, m, dtype=x.dtype) for n, m in zip(self.sizes, self.sizes[1:])]
        for layer in layers[:-1]:
            x = torch.relu(layer(x))
        return layers[-1](x)


def sequential(sizes):
    parts = []
    for n, m in zip(sizes, sizes[1:]):
        parts += [nn.Linear(n, m), nn.ReLU()]
    return nn.Sequential(*parts[:-1])


def to_channels_first(images):
    return images.permute(0, 3, 1, 2)


class ConvNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)

    def forward(self, x):
        x = F.max_pool2d(torch.relu(self.conv1(x)), 2)
        return F.max_pool2d(torch.relu(self.conv2(x)), 2)

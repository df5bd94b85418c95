"""Your layers stand in a plain list, where the module does not see them

`MLP(sizes)` computes the right thing, but `parameters()` gives nothing: a Python list is neither a module nor a
parameter, so assigning it to an attribute registers nothing of what is in it. Whatever works on "all parts" passes
these layers by. They would never be learned, converted, switched to evaluation or saved, and no error says so.

A part is registered when the attribute it is assigned to is a module. Is there a list that is one?
"""

import torch
import torch.nn.functional as F
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = [nn.Linear(n, m) for n, m in zip(sizes, sizes[1:])]

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)


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

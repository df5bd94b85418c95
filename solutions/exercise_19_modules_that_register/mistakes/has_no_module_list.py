"""Your layers are not in an `nn.ModuleList` named `layers`

All layers are registered, and the values are right. But whoever uses the network expects to find the list of its Linear
layers under the name `layers`, to look at the second one, say, or to count them. An `nn.Sequential` of that name, or
attributes that are numbered by hand, are another interface.

The names and types of a module's parts belong to it as the name of a function belongs to the function.
"""

import torch
import torch.nn.functional as F
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.depth = len(sizes) - 1
        for i, (n, m) in enumerate(zip(sizes, sizes[1:])):
            setattr(self, f"layer{i}", nn.Linear(n, m))

    def forward(self, x):
        for i in range(self.depth - 1):
            x = torch.relu(getattr(self, f"layer{i}")(x))
        return getattr(self, f"layer{self.depth - 1}")(x)


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

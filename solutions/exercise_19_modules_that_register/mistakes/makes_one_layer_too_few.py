"""Your `MLP` lacks its last layer

Your `sizes` with k numbers make k - 2 layers, one less than there are pairs of neighbours. The output has the width of
a hidden layer, and for two sizes there is no layer at all.

Between k posts there are k - 1 gaps. The smallest case is the best test: two sizes, one layer.
"""

import torch
import torch.nn.functional as F
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(sizes[i], sizes[i + 1]) for i in range(len(sizes) - 2)])

    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = layer(x)
            if i < len(self.layers) - 1:
                x = torch.relu(x)
        return x


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

"""`sequential` takes the layers of an MLP that it makes; axes are exchanged twice."""

import torch
from torch import nn
from torch.nn import Conv2d, Linear, Module, ModuleList, ReLU, Sequential


class MLP(Module):
    def __init__(self, sizes):
        super().__init__()
        layers = []
        for i, size in enumerate(sizes):
            if i > 0:
                layers.append(Linear(sizes[i - 1], size, bias=True))
        self.layers = ModuleList(layers)

    def forward(self, x):
        first, *rest = self.layers
        h = first(x)
        for layer in rest:
            h = layer(nn.functional.relu(h))
        return h


def sequential(sizes):
    parts = []
    for layer in MLP(sizes).layers:
        parts.append(layer)
        parts.append(ReLU())
    parts.pop()
    return Sequential(*parts)


def to_channels_first(images):
    return images.transpose(2, 3).transpose(1, 2)


def block(conv, x):
    return torch.max_pool2d(torch.maximum(conv(x), torch.zeros((), dtype=x.dtype)), 2)


class ConvNet(Module):
    def __init__(self):
        super().__init__()
        self.conv1 = Conv2d(1, 6, 5)
        self.conv2 = Conv2d(self.conv1.out_channels, 16, 5)

    def forward(self, x):
        return block(self.conv2, block(self.conv1, x))

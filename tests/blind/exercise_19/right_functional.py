"""Right: functools.reduce, clamp for ReLU, movedim, pooling before ReLU (the same values)."""
import functools
import itertools
import torch
from torch import nn
import torch.nn.functional as F


class MLP(nn.Module):
    def __init__(self, sizes, **ignored):
        super().__init__()
        self.sizes = tuple(sizes)
        self.layers = nn.ModuleList([nn.Linear(*pair) for pair in itertools.pairwise(self.sizes)])

    def forward(self, x):
        first, *rest = self.layers
        return functools.reduce(lambda h, layer: layer(h.clamp(min=0)), rest, first(x))


def sequential(sizes):
    net = nn.Sequential()
    for k, (n_in, n_out) in enumerate(itertools.pairwise(sizes)):
        if k:
            net.append(nn.ReLU(inplace=True))
        net.append(nn.Linear(n_in, n_out))
    return net


def to_channels_first(images):
    return torch.movedim(images, -1, 1)


class ConvNet(nn.Module):
    def __init__(self):
        super().__init__()
        for i, (c_in, c_out) in enumerate([(1, 6), (6, 16)], start=1):
            self.add_module(f"conv{i}", nn.Conv2d(c_in, c_out, 5))

    def forward(self, x):
        for conv in self.children():
            x = torch.relu(F.max_pool2d(conv(x), kernel_size=2))
        return x

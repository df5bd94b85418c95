"""ReLUs stand in the ModuleList, too; the whole is run by Sequentials that share its parts."""

import torch as t
import torch.nn as nn


def parts_of(sizes):
    relu = nn.ReLU()
    parts = [nn.Linear(sizes[0], sizes[1])]
    for n, m in zip(sizes[1:], sizes[2:]):
        parts.extend([relu, nn.Linear(n, m)])
    return parts


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        parts = parts_of(sizes)
        self.all = nn.Sequential(*parts)
        self.layers = nn.ModuleList(parts)

    def forward(self, x):
        return self.all(x)


def sequential(sizes):
    return nn.Sequential(*parts_of(sizes))


def to_channels_first(images):
    return t.einsum("bhwc->bchw", images).contiguous()


class ConvNet(nn.Module):
    def __init__(self):
        super().__init__()
        first, second = nn.Conv2d(1, 6, 5), nn.Conv2d(6, 16, 5)
        self.features = nn.Sequential(first, nn.MaxPool2d(2), nn.ReLU(), second, nn.MaxPool2d(2), nn.ReLU())
        self.conv1, self.conv2 = first, second

    def forward(self, x):
        return self.features(x)

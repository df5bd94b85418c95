"""Right: ReLU and pooling as modules, transposes for the channels, an ordered dict of names."""
from collections import OrderedDict
import torch
from torch import nn


class MLP(torch.nn.Module):
    layers: nn.ModuleList

    def __init__(self, sizes: list[int]) -> None:
        nn.Module.__init__(self)
        self.act = nn.ReLU(inplace=True)
        self.layers = nn.ModuleList()
        for i in range(len(sizes) - 1):
            self.layers.append(nn.Linear(sizes[i], sizes[i + 1]))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        for i, layer in enumerate(self.layers):
            x = layer(x)
            if i < len(self.layers) - 1:
                x = self.act(x)
        return x


def sequential(sizes):
    names = OrderedDict()
    last = len(sizes) - 2
    for i in range(last + 1):
        names[f"linear{i}"] = nn.Linear(sizes[i], sizes[i + 1])
        if i != last:
            names[f"relu{i}"] = nn.ReLU()
    return nn.Sequential(names)


def to_channels_first(images):
    return images.transpose(2, 3).transpose(1, 2).contiguous()


class ConvNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, kernel_size=(5, 5))
        self.pool = nn.MaxPool2d(2, 2)
        self.relu = nn.ReLU()
        self.conv2 = nn.Conv2d(6, 16, kernel_size=5, stride=1)

    def forward(self, x):
        x = self.pool(self.relu(self.conv1(x)))
        x = self.pool(self.relu(self.conv2(x)))
        return x

"""A ModuleList that registers the layers, with all but the last followed by a ReLU; axes are moved by `permute`."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class MLP(nn.Module):
    """Linear layers with a ReLU between each two."""

    def __init__(self, sizes: Sequence[int]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(n, m) for n, m in zip(sizes, sizes[1:]))

    def forward(self, x: Tensor) -> Tensor:
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)


def sequential(sizes: Sequence[int]) -> nn.Sequential:
    """The network of `MLP(sizes)`, with the ReLUs as modules."""
    parts: list[nn.Module] = []
    for n, m in zip(sizes, sizes[1:]):
        parts += [nn.Linear(n, m), nn.ReLU()]
    return nn.Sequential(*parts[:-1])


def to_channels_first(images: Tensor) -> Tensor:
    """`(batch, height, width, channel)` as `(batch, channel, height, width)`."""
    return images.permute(0, 3, 1, 2)


class ConvNet(nn.Module):
    """Two convolutions, each followed by ReLU and 2 by 2 max pooling."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)

    def forward(self, x: Tensor) -> Tensor:
        x = F.max_pool2d(torch.relu(self.conv1(x)), 2)
        return F.max_pool2d(torch.relu(self.conv2(x)), 2)

"""The layers are applied by recursion, the ReLU is a clamp, and images are stacked channel by channel."""

import torch
from torch import Tensor, nn
from torch.nn import functional


class MLP(nn.Module):
    layers: nn.ModuleList

    def __init__(self, sizes: list[int]):
        nn.Module.__init__(self)
        self.add_module("layers", nn.ModuleList(map(nn.Linear, sizes[:-1], sizes[1:])))

    def run(self, x: Tensor, index: int) -> Tensor:
        y = functional.linear(x, self.layers[index].weight, self.layers[index].bias)
        return y if index == len(self.layers) - 1 else self.run(y.clamp(min=0), index + 1)

    def forward(self, x: Tensor) -> Tensor:
        return self.run(x, 0)


def sequential(sizes: list[int]) -> nn.Sequential:
    model = nn.Sequential(nn.Linear(sizes[0], sizes[1]))
    for previous, following in zip(sizes[1:-1], sizes[2:]):
        model.append(nn.ReLU())
        model.append(nn.Linear(previous, following))
    return model


def to_channels_first(images: Tensor) -> Tensor:
    return torch.stack([images[..., c] for c in range(images.shape[-1])], dim=1)


class ConvNet(nn.Module):
    def __init__(self):
        super().__init__()
        for name, before, after in (("conv1", 1, 6), ("conv2", 6, 16)):
            setattr(self, name, nn.Conv2d(before, after, 5))

    def forward(self, x: Tensor) -> Tensor:
        for conv in (self.conv1, self.conv2):
            x = functional.max_pool2d(conv(x), kernel_size=(2, 2), stride=2).relu()
        return x

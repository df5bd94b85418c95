import torch
from torch import nn


class MLP(nn.Module):
    """Linear layers with a ReLU between each two."""

    def __init__(self, sizes):
        super().__init__()
        self.layers = [nn.Linear(n, m) for n, m in zip(sizes, sizes[1:])]

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


def sequential(sizes):
    """Return the same network as an `nn.Sequential`."""
    return nn.Sequential(*[nn.Linear(n, m) for n, m in zip(sizes, sizes[1:])])


def to_channels_first(images):
    """Turn `(batch, height, width, channel)` into `(batch, channel, height, width)`."""
    batch, height, width, channel = images.shape
    return images.reshape(batch, channel, height, width)


class ConvNet(nn.Module):
    """Two convolutions, each followed by ReLU and max pooling."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)

    def forward(self, x):
        return self.conv2(self.conv1(x))


if __name__ == "__main__":
    model = MLP([3, 5, 2])
    print(model)
    print("parameters:", len(list(model.parameters())))
    print(sequential([3, 5, 2]))
    print(to_channels_first(torch.zeros(7, 28, 30, 3)).shape)
    print(ConvNet()(torch.zeros(7, 1, 28, 30)).shape)

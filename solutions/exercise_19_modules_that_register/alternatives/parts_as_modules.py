"""ReLU and pooling as modules with attributes of their own, named parts in the Sequential, and `movedim`."""

from collections import OrderedDict

from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super(MLP, self).__init__()
        self.activation = nn.ReLU(inplace=True)
        self.layers = nn.ModuleList([])
        for i in range(len(sizes) - 1):
            self.layers.append(nn.Linear(in_features=sizes[i], out_features=sizes[i + 1]))

    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = layer(x)
            if i != len(self.layers) - 1:
                x = self.activation(x)
        return x


def sequential(sizes):
    parts = OrderedDict()
    for i, (n, m) in enumerate(zip(sizes, sizes[1:])):
        if i:
            parts[f"relu{i}"] = nn.ReLU()
        parts[f"linear{i}"] = nn.Linear(n, m)
    return nn.Sequential(parts)


def to_channels_first(images):
    return images.movedim(-1, 1)


class ConvNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, kernel_size=5, padding="valid")
        self.conv2 = nn.Conv2d(6, 16, (5, 5), stride=1)
        self.pool = nn.MaxPool2d(2, 2)
        self.relu = nn.ReLU()

    def forward(self, x):
        return self.pool(self.relu(self.conv2(self.pool(self.relu(self.conv1(x))))))

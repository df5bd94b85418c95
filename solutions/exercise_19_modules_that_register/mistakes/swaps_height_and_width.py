"""Your images lie on their side

One exchange of two axes brings the channels to the front, and the height to the end: the result is
`(batch, channel, width, height)`. For square images the shape does not give it away, only the picture does.

Moving one axis to the front of the others is not an exchange of two. Write down which old axis stands at each new
place.
"""

import torch
import torch.nn.functional as F
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(n, m) for n, m in zip(sizes, sizes[1:])])

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)


def sequential(sizes):
    parts = []
    for n, m in zip(sizes, sizes[1:]):
        parts += [nn.Linear(n, m), nn.ReLU()]
    return nn.Sequential(*parts[:-1])


def to_channels_first(images):
    return images.transpose(1, 3)


class ConvNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)

    def forward(self, x):
        x = F.max_pool2d(torch.relu(self.conv1(x)), 2)
        return F.max_pool2d(torch.relu(self.conv2(x)), 2)

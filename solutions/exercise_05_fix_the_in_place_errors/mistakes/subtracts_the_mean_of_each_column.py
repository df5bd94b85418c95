"""`centred_rows` subtracts the mean of each column

`dim` names the axis that disappears: `x.mean(dim=0)` runs down the rows and leaves one mean for each column. So your columns have mean
zero, and your rows have not.

To get one number for each row, the axis to average over is the one along which a row extends.
"""

import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(dim=0)

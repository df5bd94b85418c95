"""`centred_rows` subtracts means whose shape does not line up with the rows

`x.mean(dim=1)` has shape `(rows,)`. Broadcasting lines shapes up from the right, so torch tries to match these `rows` numbers with the
`cols` columns of `x`. With 5 rows and 3 columns this fails; with as many rows as columns it would go through without a word and subtract the
wrong means.

Think of the shape which the means must have to stand beside the rows, one for each.
"""

import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(dim=1)

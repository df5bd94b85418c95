import torch


def doubled_sigmoid(x):
    """Return 2 * sigmoid(x)."""
    y = torch.sigmoid(x)
    y.mul_(2)
    return y


def shifted_square(x):
    """Return the sum of (x + 1)**2, a scalar tensor."""
    x += 1
    return (x**2).sum()


def centred_rows(x):
    """Return x, of shape (rows, cols), minus the mean of each row."""
    for row in range(x.shape[0]):
        x[row] -= x[row].mean()
    return x

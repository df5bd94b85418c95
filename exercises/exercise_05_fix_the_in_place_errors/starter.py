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


if __name__ == "__main__":
    for function in (doubled_sigmoid, shifted_square, centred_rows):
        x = torch.tensor([[1.0, 2.0, 6.0], [0.0, 0.0, 3.0]], dtype=torch.float64, requires_grad=True)
        try:
            function(x).sum().backward()
            print(function.__name__, x.grad)
        except RuntimeError as error:
            print(function.__name__, "fails:", error)

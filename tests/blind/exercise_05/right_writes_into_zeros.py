"""Right: results written into a new tensor, row by row."""
import torch


def doubled_sigmoid(x):
    return torch.mul(torch.sigmoid(input=x), 2.0)


def shifted_square(x):
    y = torch.ones_like(x)
    y += x
    return y.pow(2).sum()


def centred_rows(x):
    out = torch.zeros(x.shape, dtype=x.dtype)
    for i in range(x.shape[0]):
        out[i] = x[i] - x[i].mean()
    return out


if __name__ == "__main__":
    print(centred_rows(torch.arange(6.0).reshape(2, 3)))

"""Right: a beginner's loops."""
import torch


def doubled_sigmoid(x):
    a = torch.sigmoid(x)
    b = torch.sigmoid(x)
    return a + b


def shifted_square(x):
    total = torch.zeros((), dtype=x.dtype)
    for value in x.reshape(-1):
        total = total + (value + 1) ** 2
    return total


def centred_rows(x):
    rows = []
    for row in x:
        mean = sum(row) / len(row)
        rows.append(row - mean)
    return torch.stack(rows)

"""Right: walks along both shapes; the message has lists."""
import torch


def mse(prediction, target):
    a, b = list(prediction.shape), list(target.shape)
    if len(a) != len(b) or any(m != n for m, n in zip(a, b)):
        raise ValueError("prediction: " + str(a) + ", target: " + str(b))
    difference = (prediction - target).flatten()
    return difference @ difference / difference.numel()


def align(prediction, target):
    if prediction.shape == target.shape:
        return target
    i = j = 0
    a, b = prediction.shape, target.shape
    while i < len(a) or j < len(b):
        if i < len(a) and a[i] == 1:
            i += 1
        elif j < len(b) and b[j] == 1:
            j += 1
        elif i < len(a) and j < len(b) and a[i] == b[j]:
            i, j = i + 1, j + 1
        else:
            raise ValueError(f"{list(a)} and {list(b)} do not agree")
    return torch.reshape(target, a)

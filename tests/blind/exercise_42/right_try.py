"""Right: an assertion of torch's turned into ValueError; unsqueeze and squeeze axis by axis."""
import torch


def check(a, b, said_a, said_b):
    try:
        assert tuple(a) == tuple(b)
    except AssertionError:
        raise ValueError("%s is not %s" % (tuple(said_a), tuple(said_b))) from None


def mse(prediction, target):
    check(prediction.shape, target.shape, prediction.shape, target.shape)
    return torch.mean(torch.square(torch.sub(prediction, target)))


def align(prediction, target):
    check(
        filter(lambda n: n != 1, prediction.shape),
        filter(lambda n: n != 1, target.shape),
        prediction.shape,
        target.shape,
    )
    out = target.squeeze()
    for axis, n in enumerate(prediction.shape):
        if n == 1:
            out = out.unsqueeze(axis)
    return out

"""Your loss is the sum of the squared errors

The sum grows with the batch, and so do its gradients. Then a learning rate that is right for one size of batch is
wrong for another.

The mean divides by the number of elements, all of them.
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction - target) ** 2).sum()


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]

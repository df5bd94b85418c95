"""Your `align` changes the shape of the caller's target

`squeeze_`, `unsqueeze_` and `resize_` work in place, and change the tensor that was handed to you. The caller's
`target` has another shape afterwards, and so has everybody else's who holds it.

The forms without the underscore give a new tensor object, on the same memory, and leave the old one as it is.
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    target.squeeze_()
    return target.reshape(prediction.shape)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]

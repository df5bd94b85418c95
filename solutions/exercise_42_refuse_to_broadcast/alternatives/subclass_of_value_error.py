"""An error type of its own, a subclass of ValueError; a dot product; `align` walks both shapes from the right."""


class ShapeError(ValueError):
    def __init__(self, prediction, target):
        super().__init__(f"prediction {list(prediction.shape)}, target {list(target.shape)}")


def mse(prediction, target):
    if list(prediction.shape) == list(target.shape):
        difference = (prediction - target).reshape(-1)
        return difference.dot(difference) / difference.numel()
    raise ShapeError(prediction, target)


def align(prediction, target):
    left, right = list(prediction.shape), list(target.shape)
    while left or right:
        if left and left[-1] == 1:
            left.pop()
        elif right and right[-1] == 1:
            right.pop()
        elif left and right and left[-1] == right[-1]:
            left.pop(), right.pop()
        else:
            raise ShapeError(prediction, target)
    return target.clone().reshape(prediction.shape)

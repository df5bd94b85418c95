"""Your `align` leaves it to torch to refuse

`reshape` refuses only where the numbers of elements differ, and it does so with a `RuntimeError`. So shapes like `(2,
3)` and `(3, 2)` pass, and where something is raised, it is not what the caller can expect.

The condition of the exercise is a stricter one than that of `reshape`, so you have to check it yourself.
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    return target.reshape(prediction.shape)

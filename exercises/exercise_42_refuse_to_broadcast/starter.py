import torch


def mse(prediction, target):
    """Return the mean squared error, or raise a ValueError that names both shapes where they differ."""
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    """Return the target in the shape of the prediction, where they differ only by axes of size one."""
    return target.reshape(prediction.shape)


if __name__ == "__main__":
    prediction = torch.tensor([[1.0], [2.0], [4.0]])
    target = torch.tensor([1.0, 2.0, 3.0])
    print(mse(prediction, target))
    print(mse(prediction, align(prediction, target)))

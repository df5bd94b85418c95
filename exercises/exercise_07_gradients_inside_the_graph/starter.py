import torch


def path_gradients(x):
    """Return dloss/dy1, dloss/dy2 and dloss/dx."""
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    loss.backward()
    return y1.grad, y2.grad, x.grad


if __name__ == "__main__":
    x = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
    print(path_gradients(x))

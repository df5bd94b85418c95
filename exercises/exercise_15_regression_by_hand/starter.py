import numpy as np


def fit(x, y, w, b, lr, steps):
    """Fit `w * x**2 + b` to the data by gradient descent; return the final `w` and `b`, and the losses."""
    losses = []
    for _ in range(steps):
        prediction = w * x**2 + b
        losses.append(0.5 * np.sum((prediction - y) ** 2))
        gradient_w = 0.0  # the derivative of the loss with respect to w
        gradient_b = 0.0  # the derivative of the loss with respect to b
        w = w - lr * gradient_w
        b = b - lr * gradient_b
    return w, b, losses


if __name__ == "__main__":
    x = np.array([[1.0], [2.0]])
    y = np.array([[3.0], [9.0]])
    print(fit(x, y, 1.0, 0.0, 0.01, 2))

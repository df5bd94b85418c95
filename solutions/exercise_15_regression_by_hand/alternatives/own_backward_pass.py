"""A forward pass that keeps what it computed, and a backward pass through it, operation by operation."""

import numpy


class Regression:
    def __init__(self, w, b):
        self.w, self.b = numpy.float64(w), numpy.float64(b)

    def forward(self, x, y):
        self.square = numpy.power(x, 2)
        self.difference = self.w * self.square + self.b - y
        return 0.5 * numpy.sum(self.difference**2)

    def backward(self):
        upstream = self.difference.copy()  # of the prediction
        return (upstream * self.square).sum(), upstream.sum()


def fit(x, y, w, b, lr, steps):
    model = Regression(w, b)
    losses = []
    for _ in range(steps):
        losses.append(model.forward(x, y))
        dw, db = model.backward()
        model.w -= lr * dw
        model.b -= lr * db
    return model.w, model.b, losses

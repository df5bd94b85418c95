"""Writes through `p.data`, never assigns to it."""


def assign_(p, value):
    p.data.copy_(value)


def descend_(p, lr):
    p.data -= lr * p.grad

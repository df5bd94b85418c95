"""Wrong: returns (dz/db, dz/dw); the contract's order is (dz/dw, dz/db)."""
import torch


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    return b.grad, w.grad

"""Right: a beginner's step by step backward()."""
import torch


def gradients(x, w, b):
    # first I compute z
    z = w * x + b
    # then I ask autograd for the gradients
    z.backward()
    # and they are in .grad
    dz_dw = w.grad
    dz_db = b.grad
    print("dz/dw =", dz_dw)
    print("dz/db =", dz_db)
    return (dz_dw, dz_db)

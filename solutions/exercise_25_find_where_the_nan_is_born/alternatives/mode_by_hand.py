"""Switches the mode by hand and back in `finally`; the norm is torch's own, which takes 0 for the gradient at 0."""

import torch as t


def nan_operation(f, x):
    before, checked = t.is_anomaly_enabled(), t.is_anomaly_check_nan_enabled()
    t.autograd.set_detect_anomaly(True)
    try:
        t.autograd.grad(f(x).sum(), x)
    except RuntimeError as error:
        if "nan values" not in str(error):
            raise
        return str(error).split("'")[1]
    finally:
        t.autograd.set_detect_anomaly(before, checked)


def safe_norm(x):
    return t.linalg.vector_norm(x, dim=1)

"""Computes the missing part without recording it; the slope of the sign is chosen by `where`."""

import torch as t


def replace_value(smooth, value):
    with t.no_grad():
        gap = value - smooth
    return smooth + gap


def ste_round(x):
    return replace_value(x, t.round(x))


def clipped_ste_sign(x):
    passing = (x >= -1) & (x <= 1)
    return replace_value(t.where(passing, x, x.detach()), t.sgn(x))

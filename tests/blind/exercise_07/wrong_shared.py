"""Wrong: dloss/dy2 is a lazily negated view of dloss/dy1's memory."""
import torch


def path_gradients(x):
    d = (1 - 2 * x).detach()
    g1 = 2 * d
    return g1, torch._neg_view(g1), -4 * d

"""Right: helpers, constants, einsum, addition in place where nothing is saved."""
import torch
import torch.nn.functional as F

TWO = torch.tensor(2, dtype=torch.float64)
ONE = 1.0


def _norm2(v):
    v = v.flatten()
    return torch.einsum("i,i->", v, v)


def doubled_sigmoid(x):
    return torch.exp(F.logsigmoid(x)) * TWO


def shifted_square(x):
    return _norm2(x + ONE)


def centred_rows(x):
    shifted = x + ONE
    shifted -= ONE
    return shifted - torch.einsum("ij->i", x)[:, None] / x.size(1)

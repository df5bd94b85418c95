"""Unclear: a .data attribute of the student's own class, not of a tensor; does the rule reach it?"""
from dataclasses import dataclass

import torch


@dataclass
class Box:
    data: torch.Tensor


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(Box(x).data)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(1, keepdim=True)

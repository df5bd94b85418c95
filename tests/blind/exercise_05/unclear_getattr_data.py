"""Unclear: getattr(x, "data") spells the forbidden attribute as a string; does the rule reach it?"""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    rows, cols = getattr(x, "data").shape
    return x - x.sum(1, keepdim=True) / cols

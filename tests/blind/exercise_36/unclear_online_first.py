"""Unclear: online runs before target; with dropout in both the values differ. Is the order given?"""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    q = online(s)
    return ((q - r - gamma * target(s_next).detach()) ** 2).mean()

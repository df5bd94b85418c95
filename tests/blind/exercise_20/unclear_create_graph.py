"""Unclear: create_graph leaves .grad tensors that require grad; must .grad after the call be plain?"""
import torch


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward(create_graph=True)
    optimizer.step()
    return loss.item()

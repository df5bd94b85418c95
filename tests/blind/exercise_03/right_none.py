"""Right: .grad = None before each call."""
import torch


def gradient_of_each_call(f, x, calls):
    gradients = []
    for i in range(calls):
        x.grad = None
        loss = f(x)
        loss.backward()
        print("call", i, "loss", loss.item())
        gradients.append(x.grad)
    return gradients

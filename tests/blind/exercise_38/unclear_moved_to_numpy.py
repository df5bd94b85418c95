"""Unclear: saved tensors are kept as bytes and the graph holds only those; are they activations still?"""
import torch


def checkpointed(blocks, x):
    def pack(t):
        return (t.detach().numpy().tobytes(), t.shape, t.dtype, t if t.is_leaf else None)

    def unpack(p):
        data, shape, dtype, leaf = p
        return leaf if leaf is not None else torch.frombuffer(bytearray(data), dtype=dtype).reshape(shape)

    with torch.autograd.graph.saved_tensors_hooks(pack, unpack):
        for block in blocks:
            x = block(x)
    return x

"""Right: the forbidden attribute stands in comments and strings alone, and `data` is a variable's name."""
import torch

# the starter used x.data here, which hides the change from autograd
NOTE = "do not write x.data"


def doubled_sigmoid(x):
    """Not y.data.mul_(2)!"""
    data = torch.sigmoid(x)
    return data + data


def shifted_square(x):
    # x.data.add_(1) would change x
    data = x.add(1)
    return torch.sum(data * data)


def centred_rows(x):
    print("no .data used:", NOTE)
    data = x
    return data.sub(data.mean(1).unsqueeze(1))

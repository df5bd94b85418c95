"""Right: lambdas."""
import torch as t

doubled_sigmoid = lambda x: 2 * x.sigmoid()
shifted_square = lambda x: (x + 1).square().sum()
centred_rows = lambda x: x - x.mean(-1, True)

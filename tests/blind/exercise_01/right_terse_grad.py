"""Right: one call of autograd.grad."""
from torch.autograd import grad

gradients = lambda x, w, b: grad(w * x + b, (w, b))

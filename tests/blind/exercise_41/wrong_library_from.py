"""Wrong: from torch.optim import SGD; the text forbids it."""
from torch.optim import SGD

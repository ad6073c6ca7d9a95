import torch
from torch.nn import functional as F

labels = torch.tensor([2, 0, 1, 2, 3])

default = F.one_hot(labels, num_classes=4)
default_bytes = default.element_size()
encoded = default.float()
along_first_axis = encoded.T
unknown = torch.tensor([1, 4, -1])
out_of_range = (unknown[:, None] == torch.arange(4)).float()

print(default.dtype, default[0].tolist())
print("classes 1, 4 and -1 of 4:", out_of_range.tolist())

F.one_hot(torch.tensor([1, 4]), num_classes=4)

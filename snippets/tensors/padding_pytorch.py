import torch
from torch.nn.utils.rnn import pad_sequence

rows = [[1.5, 2.25, 3.75], [-4.5]]
tensors = [torch.tensor(row) for row in rows]

padded = pad_sequence(tensors, batch_first=True, padding_value=-1.0)
lengths = torch.tensor([len(row) for row in rows])
mask = torch.arange(padded.shape[1]) < lengths[:, None]
means = (padded * mask).sum(dim=1) / lengths
print("padded:", padded.tolist())
print("mask:", mask.tolist())
print("means:", means.tolist())

by_default = pad_sequence(tensors)
in_front = pad_sequence(tensors, batch_first=True, padding_side="left")
truncated_in_front = in_front.to(torch.int32)
print("by default:", by_default.tolist())

import torch
import torch.nn.functional as F

scores = torch.tensor(
    [[[1.0, 2.0], [3.0, 4.0]], [[0.0, 0.0], [0.0, 4.0]]]
)
probabilities = along_first_axis = F.softmax(scores)
along_last_axis = F.softmax(scores, dim=-1)
first_axis_sums = probabilities.sum(dim=0)
print(first_axis_sums)
print(probabilities.sum(dim=-1))

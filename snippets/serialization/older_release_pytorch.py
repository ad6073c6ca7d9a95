from zipfile import is_zipfile

import torch
from torch import nn

x = torch.tensor([[1.0, -0.5], [0.25, 2.0]])
state = {
    "0.weight": torch.tensor([[0.5, -1.0], [0.25, 2.0], [-1.5, 0.75]]),
    "0.bias": torch.tensor([0.1, -0.2, 0.3]),
    "1.weight": torch.tensor([1.5, 0.5, -1.0]),
    "1.bias": torch.tensor([0.0, 1.0, -0.5]),
    "1.running_mean": torch.tensor([0.2, -0.4, 0.6]),
    "1.running_var": torch.tensor([0.5, 2.0, 1.25]),
    "1.num_batches_tracked": torch.tensor(7),
}
# the format of the versions before 1.6
torch.save(state, "old.pt", _use_new_zipfile_serialization=False)
zip_archive = int(is_zipfile("old.pt"))

model = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3, eps=1e-3))
model.load_state_dict(torch.load("old.pt"))
model.eval()
with torch.no_grad():
    outputs = model(x)
print("zip archive:", bool(zip_archive))
print(outputs.numpy().round(4))

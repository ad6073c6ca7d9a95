import torch

rows = [[1.5, 2.25, 3.75], [-4.5]]
tensors = [torch.tensor(row) for row in rows]
nested = torch.nested.nested_tensor(tensors, layout=torch.jagged)

padded = torch.nested.to_padded_tensor(nested, -1.0)
lengths = nested.offsets().diff()
mask = torch.arange(padded.shape[1]) < lengths[:, None]
means = nested.mean(dim=1)
print("padded:", padded.tolist())
print("mask:", mask.tolist())
print("means:", means.tolist())

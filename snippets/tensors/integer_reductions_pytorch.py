import torch

pixels = torch.tensor([[200, 100, 251], [7, 0, 90]]).to(torch.uint8)
counts = torch.tensor([[-5, 0, -3], [20, 1, 26]], dtype=torch.int32)

sums_by_default = pixels.sum(dim=1)
sums = sums_by_default
sums_in_uint8 = pixels.sum(dim=1, dtype=torch.uint8)
means = counts.mean(dim=1, dtype=torch.float32)
truncated_means = means.to(torch.int32)

print("sum:", sums_by_default.tolist(), sums_by_default.dtype)
print("sum in uint8:", sums_in_uint8.tolist())
print("mean in float32:", means.numpy().round(3))

counts.mean(dim=1)

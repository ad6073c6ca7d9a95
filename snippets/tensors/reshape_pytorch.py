import torch

x = torch.arange(24.0).reshape(2, 3, 4)

flattened = x.reshape(2, -1)
reshaped = x.reshape(3, 2, 4)
permuted = x.permute(1, 0, 2)
reversed_axes = x.permute(2, 1, 0)
last_two = x.mT
exchanged_then_flattened = last_two.reshape(2, 12)

print("reshape(3, 2, 4):", reshaped[0].tolist())
print("permute(1, 0, 2):", permuted[0].tolist())
print("all axes reversed:", tuple(reversed_axes.shape))
print("last two exchanged:", tuple(last_two.shape))
print("contiguous:", x.is_contiguous(), last_two.is_contiguous())

last_two.view(2, 12)

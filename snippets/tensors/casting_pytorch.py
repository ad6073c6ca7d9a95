import torch

values = torch.tensor([-2.7, -0.5, 0.0, 0.5, 1.5, 2.5, 41.7, 300.0])
counts = torch.tensor([-1, 255, 256, 300])

truncated = values.to(torch.int32)
rounded = values.round().to(torch.int32)
nonzero = values.to(torch.bool)
wrapped = counts.to(torch.uint8)
saturated = values.clamp(0, 255).to(torch.uint8)
beyond_24_bits = torch.tensor([2**24 + 1, -5]).to(torch.float32)
halves = torch.tensor([70_000.0, 2049.0, 1e-8]).to(torch.float16)

print("float32 to int32:", truncated.tolist())
print("rounded first:", rounded.tolist())
print("int64 to uint8:", wrapped.tolist())
print("clamped, to uint8:", saturated.tolist())
print("2**24 + 1 to float32:", int(beyond_24_bits[0]))
print("to float16:", halves.tolist())

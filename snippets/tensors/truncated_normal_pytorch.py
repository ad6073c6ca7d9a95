import torch
from torch.nn import init

torch.manual_seed(0)
by_default = init.trunc_normal_(torch.empty(4000), std=0.02)
largest_by_default = by_default.abs().max().item()
deviation_by_default = by_default.std().item()
print(f"largest by default: {largest_by_default:.4f}")

cut = init.trunc_normal_(torch.empty(4000), std=0.02, a=-0.04, b=0.04)
largest_cut = cut.abs().max().item()
deviation_cut = cut.std().item()
print(f"largest, cut at 0.04: {largest_cut:.4f}")
print(f"standard deviation of these: {deviation_cut:.4f}")

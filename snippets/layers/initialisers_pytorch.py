import torch
from torch import nn

torch.manual_seed(0)


def std_and_largest(initialise, **settings):
    weight = torch.empty(300, 400)  # outputs, inputs
    initialise(weight, **settings)
    return weight.std().item(), weight.abs().max().item()


he_uniform = std_and_largest(nn.init.kaiming_uniform_)
he_normal = std_and_largest(nn.init.kaiming_normal_)
he_normal_std, he_normal_largest = he_normal
he_untruncated_std, he_untruncated_largest = he_normal

# What is cut off would make the deviation smaller.
std = (2 / 400) ** 0.5 / 0.87962566
he_truncated = std_and_largest(
    nn.init.trunc_normal_, std=std, a=-2 * std, b=2 * std
)

truncated_std, _ = std_and_largest(nn.init.trunc_normal_, std=0.02)
hardly_truncated_std = truncated_std
truncated = std_and_largest(
    nn.init.trunc_normal_, std=0.02, a=-0.04, b=0.04
)

print("kaiming_normal_: std {:.4f}, up to {:.2f}".format(*he_normal))
print("truncated: std {:.4f}, up to {:.2f}".format(*he_truncated))
print(f"trunc_normal_(std=0.02): std {truncated_std:.4f}")
print("a=-0.04, b=0.04: std {:.4f}, up to {:.2f}".format(*truncated))

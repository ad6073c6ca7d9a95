import torch

template = torch.tensor([[1.5, -2.0], [0.5, 4.0]]).double()

filled = {
    "zeros": torch.zeros(2, 3),
    "full": torch.full((2, 3), 0.5),
    "zeros like another": torch.zeros_like(template),
    "full like another": torch.full_like(template, 7),
    "identity": torch.eye(3),
    "lower triangle": torch.ones(3, 3).tril(),
    "linspace": torch.linspace(0.0, 1.0, 5),
    "arange": torch.arange(1.0, 2.0, 0.25),
}
for name, tensor in filled.items():
    print(f"{name}: {tuple(tensor.shape)} {tensor.dtype}")

two_sizes = torch.ones(2, 3)
two_integers = torch.ones(2, dtype=torch.int32)
print("ones(2, 3):", two_sizes.tolist())

from_integers = torch.linspace(0, 1, 5)
bytes_from_integers = from_integers.element_size()
print("linspace(0, 1, 5):", from_integers.dtype)

import numpy as np
import torch

given = {
    "floats": torch.tensor([1.5, -0.25]),
    "integers and floats": torch.tensor([1, 2.5]),
    "Booleans": torch.tensor([True, False]),
    "2**40": torch.tensor([2**40, -1]),
    "NumPy float64": torch.tensor(np.array([0.1, -3.0])),
    "NumPy int64": torch.tensor(np.array([7, -2])),
    "ones": torch.ones(2),
}
for name, tensor in given.items():
    print(f"{name}: {tensor.dtype}")

integers = torch.tensor([1, -2, 300])
counted = torch.arange(3)
complexes = torch.tensor([1.5 - 2j])
print("integers:", integers.dtype)
print("arange:", counted.dtype)
print("complex numbers:", complexes.dtype)

defaults = [integers, counted, complexes]
default_bytes = [tensor.element_size() for tensor in defaults]
narrow = [
    torch.tensor([1, -2, 300], dtype=torch.int32),
    torch.arange(3, dtype=torch.int32),
    complexes,
]
wide = [
    integers,
    counted,
    torch.tensor([1.5 - 2j], dtype=torch.complex128),
]

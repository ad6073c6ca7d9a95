import torch

flags = torch.tensor([True, False, True])
small = torch.tensor([7, 200, 0], dtype=torch.uint8)
signed = torch.tensor([-7, 100, 1], dtype=torch.int8)
integers = torch.tensor([1, -2, 300], dtype=torch.int32)
half = torch.tensor([0.5, -1.5, 3.0], dtype=torch.float16)
brain = torch.tensor([0.25, 2.0, -8.0], dtype=torch.bfloat16)
single = torch.tensor([0.1, 0.2, -0.3])
double = torch.tensor([0.1, 0.2, -0.3], dtype=torch.float64)

sums = {
    "bool + int32": flags + integers,
    "uint8 + int8": small + signed,
    "int32 + float32": integers + single,
    "float16 + bfloat16": half + brain,
    "float32 + float64": single + double,
}
for name, total in sums.items():
    print(f"{name}: {total.dtype}")

halved = integers * 0.5
bytes_of_halved = halved.element_size()
print("int32 * 0.5:", halved.dtype)

with_scalar = single + double[0]
bytes_with_scalar = with_scalar.element_size()
print("float32 + float64 without axes:", with_scalar.dtype)

import torch

seen = []
total = torch.zeros(())


@torch.compile(backend="eager")
def step(x):
    print("Python print")
    seen.append(1)
    total.add_(x.sum())
    return x * 2


x = torch.tensor([1.0, 2.0, 3.0])
for _ in range(3):
    output = step(x)

python_appends = len(seen)
print("calls: 3, list appends:", python_appends)
print("sum kept in a tensor:", total.item())

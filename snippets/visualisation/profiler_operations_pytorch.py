import torch
from torch.profiler import ProfilerActivity, profile, record_function

first = torch.full((8, 16), 0.1, requires_grad=True)
second = torch.full((16, 4), 0.1, requires_grad=True)
x = torch.ones(5, 8)

with profile(activities=[ProfilerActivity.CPU]) as profiler:
    for _ in range(3):
        with record_function("forward"):
            loss = (torch.relu(x @ first) @ second).sum()
        with record_function("backward"):
            loss.backward()

table = profiler.key_averages()
counts = {row.key: row.count for row in table}
regions = [counts["forward"], counts["backward"]]
matrix_products = counts["aten::mm"]

print("regions:", *regions)
for name in ("aten::mm", "aten::relu", "aten::sum"):
    print(f"{name:<10} {counts[name]:2}")

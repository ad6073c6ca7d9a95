import torch
from torch.profiler import ProfilerActivity, profile

with profile(
    activities=[ProfilerActivity.CPU], profile_memory=True
) as profiler:
    x = torch.ones(256, 128)
    product = x @ x.T

product_shape = list(product.shape)
asked = {
    row.key: row.self_cpu_memory_usage
    for row in profiler.key_averages()
}
bytes_for_ones = asked["aten::empty"]
bytes_for_product = asked["aten::mm"]

print("product:", product_shape)
print("aten::empty, called by ones:", bytes_for_ones, "bytes")
print("aten::mm:", bytes_for_product, "bytes")

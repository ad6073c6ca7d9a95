import json
from pathlib import Path

import torch
from torch.profiler import ProfilerActivity, profile, schedule

x = torch.ones(4, 4)

with profile(
    activities=[ProfilerActivity.CPU],
    schedule=schedule(wait=1, warmup=1, active=2, repeat=1),
    on_trace_ready=lambda ready: ready.export_chrome_trace(
        "trace.json"
    ),
) as profiler:
    for _ in range(6):
        torch.relu(x @ x)
        profiler.step()

events = json.loads(Path("trace.json").read_text())["traceEvents"]
names = [event["name"] for event in events if "name" in event]
steps = sorted(
    {
        int(name.partition("#")[2])
        for name in names
        if name.startswith("ProfilerStep#")
    }
)
products = names.count("aten::mm")

print("steps in the file:", *steps)
print("products:", products)

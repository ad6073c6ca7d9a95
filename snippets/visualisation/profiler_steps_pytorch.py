import glob
import json
from pathlib import Path

import torch
from torch.profiler import (
    ProfilerActivity,
    profile,
    schedule,
    tensorboard_trace_handler,
)

x = torch.ones(4, 4)

with profile(
    activities=[ProfilerActivity.CPU],
    schedule=schedule(wait=1, warmup=1, active=2, repeat=1),
    on_trace_ready=tensorboard_trace_handler("logs", "worker"),
    acc_events=True,
) as profiler:
    for _ in range(6):
        torch.relu(x @ x)
        profiler.step()

(path,) = glob.glob("logs/*")
events = json.loads(Path(path).read_text())["traceEvents"]
names = [event["name"] for event in events if "name" in event]
steps = sorted(
    {
        int(name.partition("#")[2])
        for name in names
        if name.startswith("ProfilerStep#")
    }
)
number = len(steps)
kind_of_file = ".".join(path.split(".")[-3:])

print("steps in the file:", *steps)
print("products:", names.count("aten::mm"))
print("kind of file:", kind_of_file)

import sys

import torch

stops = []


def stop():
    local = sys._getframe(1).f_locals
    stops.append(local["h"].tolist() if "h" in local else None)
    print("stopped, h =", local.get("h", "not in this frame"))


sys.breakpointhook = stop


@torch.compile(backend="eager")
def layer(x):
    h = x * 2
    breakpoint()
    return h + 1


print("compiled")
outputs = [layer(torch.tensor([1.0, i])) for i in range(3)]
captured_stops, value_seen = len(stops), any(stops)
stops.clear()

print("force_eager")
with torch.compiler.set_stance("force_eager"):
    eager_outputs = [layer(torch.tensor([1.0, i])) for i in range(3)]
eager_values = stops

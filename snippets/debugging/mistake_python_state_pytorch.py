import torch

state = {"calls": 0}


@torch.compile(backend="eager")
def step(x):
    state["calls"] += 1
    return x * state["calls"]


outputs = [step(torch.tensor(1.0)) for _ in range(4)]
calls = state["calls"]
print("outputs", [int(output) for output in outputs])
print("calls", calls)

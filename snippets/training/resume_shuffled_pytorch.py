import tempfile
from itertools import islice

import numpy as np
import torch
from torch.utils.data import DataLoader

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(24, 3)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=24), dtype=torch.float32)


def train(steps, state=None):
    state = state or {
        "weight": torch.zeros(3),
        "generator": torch.Generator().manual_seed(0).get_state(),
        "batches_done": 0,
    }
    weight, done = state["weight"].clone(), state["batches_done"]
    generator = torch.Generator()
    generator.set_state(state["generator"])
    loader = DataLoader(
        range(24), batch_size=4, shuffle=True, generator=generator
    )
    seen = []
    while len(seen) < steps:
        at_epoch_start = generator.get_state()
        for batch in islice(loader, done, done + steps - len(seen)):
            error = x[batch] @ weight - y[batch]
            weight -= 0.1 * x[batch].T @ error
            seen.append(batch.tolist())
            done += 1
        if done == len(loader) and len(seen) < steps:
            done = 0
    return seen, {
        "weight": weight,
        "generator": at_epoch_start,
        "batches_done": done,
    }


whole, whole_state = train(14)
_, state = train(8)
with tempfile.TemporaryDirectory() as folder:
    torch.save(state, f"{folder}/run.pt")
    state = torch.load(f"{folder}/run.pt")
second, end = train(6, state)
restarted, _ = train(6, {**state, "batches_done": 0})


def out_of_place(batches):
    return int((np.array(batches) != np.array(whole[8:])).sum())


times_seen = np.bincount(np.ravel(whole[:12]))  # in two epochs
samples_out_of_place = out_of_place(second)
samples_out_of_place_without_position = out_of_place(restarted)
largest_difference = (end["weight"] - whole_state["weight"]).abs().max()
print("without a stop:", *whole[8:11])
print("resumed:       ", *second[:3])
print("restarted:     ", *restarted[:3])

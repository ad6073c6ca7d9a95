import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(40, 3)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=(40, 1)), dtype=torch.float32)
shapes = [(3, 8), (8,), (8, 1), (1,)]
start = [torch.tensor(rng.normal(0, 0.5, shape)) for shape in shapes]


def train(backup, save_every=4, fails_in=None):
    model = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1))
    with torch.no_grad():
        for parameter, values in zip(
            model.parameters(), start, strict=True
        ):
            parameter.copy_(values.t())
    optimizer = torch.optim.SGD(
        model.parameters(), lr=0.1, momentum=0.75
    )
    first = 0
    if backup.exists():
        state = torch.load(backup)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        first = state["step"]

    for step in range(first, 20):  # five epochs of four batches
        if step == fails_in:
            raise RuntimeError("power cut")
        batch = slice(step % 4 * 10, step % 4 * 10 + 10)
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x[batch]), y[batch])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        if (step + 1) % save_every == 0:
            state = {
                "model": model.state_dict(),
                "optimizer": optimizer.state_dict(),
                "step": step + 1,
            }
            part = backup.with_suffix(".part")
            torch.save(state, part)
            part.replace(backup)  # never a half-written backup
    backup.unlink()
    return [p.detach().t() for p in model.parameters()]


with tempfile.TemporaryDirectory() as folder:
    backup = Path(folder, "run.pt")
    losses = []
    whole = train(backup)

    losses = []
    try:
        train(backup, fails_in=11)
    except RuntimeError as error:
        print("first run:", error, "after", len(losses), "steps")
    until_failure = len(losses)
    weights = train(backup)
    steps_run = len(losses)

    second = np.reshape(losses[until_failure:], (-1, 4))
    losses_of_second_run = second.mean(axis=1).tolist()
    losses = []
    try:
        train(backup, save_every=2, fails_in=11)
    except RuntimeError:
        train(backup, save_every=2)
    steps_saved_every_two = len(losses)
    files_left = len(list(Path(folder).iterdir()))

pairs = zip(whole, weights, strict=True)
largest_difference = max((a - b).abs().max().item() for a, b in pairs)
print("second run:", steps_run - until_failure, "steps")
print("difference of the weights:", largest_difference)
print("saved every two steps:", steps_saved_every_two, "steps in all")

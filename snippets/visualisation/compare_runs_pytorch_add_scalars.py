import shutil
from pathlib import Path

from tensorboard.backend.event_processing import event_accumulator
from torch.utils.tensorboard import SummaryWriter

losses = {
    "train": [0.9, 0.5, 0.25, 0.125],
    "validation": [1.0, 0.75, 0.625, 0.6875],
}

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    for epoch, (train, validation) in enumerate(zip(*losses.values())):
        both = {"train": train, "validation": validation}
        writer.add_scalars("loss", both, 10 * epoch)

runs = sorted(path.name for path in Path("demo_logs").glob("*/"))
curves, steps = {}, {}
for run in losses:
    folder = f"demo_logs/loss_{run}"
    events = event_accumulator.EventAccumulator(folder).Reload()
    curves[run] = [event.value for event in events.Scalars("loss")]
    steps[run] = [event.step for event in events.Scalars("loss")]

print("runs:", *runs)
for run, values in curves.items():
    print(f"{run:<10}", *(f"{value:.4f}" for value in values))

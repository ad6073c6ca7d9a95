import math
import shutil

from tensorboard.backend.event_processing import event_accumulator
from torch.utils.tensorboard import SummaryWriter

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    for step in range(0, 50, 10):
        loss = math.exp(-step / 20)
        writer.add_scalar("loss/train", loss, step)
        writer.add_scalar("rate", 0.1 / (1 + step), step)

events = event_accumulator.EventAccumulator("demo_logs").Reload()
stored_as = [kind for kind, tags in events.Tags().items() if tags]
tags = events.Tags()["scalars"]
steps = [event.step for event in events.Scalars("loss/train")]
losses = [event.value for event in events.Scalars("loss/train")]
rates = [event.value for event in events.Scalars("rate")]

print("stored as:", *stored_as)
print("tags:", *tags)
for step, loss, rate in zip(steps, losses, rates):
    print(f"{step:4} {loss:.4f} {rate:.4f}")

import math
import shutil

from tensorboard.backend.event_processing import event_accumulator
from tensorboard.util.tensor_util import make_ndarray
from torch.utils.tensorboard import SummaryWriter

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    for step in range(0, 50, 10):
        loss = math.exp(-step / 20)
        writer.add_scalar("loss/train", loss, step, new_style=True)
        rate = 0.1 / (1 + step)
        writer.add_scalar("rate", rate, step, new_style=True)

events = event_accumulator.EventAccumulator("demo_logs").Reload()


def values(tag):
    stored = [event.tensor_proto for event in events.Tensors(tag)]
    return [make_ndarray(tensor).item() for tensor in stored]


stored_as = [kind for kind, tags in events.Tags().items() if tags]
tags = events.Tags()["tensors"]
steps = [event.step for event in events.Tensors("loss/train")]
losses, rates = values("loss/train"), values("rate")

print("stored as:", *stored_as)
print("tags:", *tags)
for step, loss, rate in zip(steps, losses, rates):
    print(f"{step:4} {loss:.4f} {rate:.4f}")

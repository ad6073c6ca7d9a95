import shutil

from tensorboard.backend.event_processing import event_accumulator
from torch.utils.tensorboard import SummaryWriter

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    for step in range(100):
        writer.add_scalar("loss", 1 / (1 + step), step)

events = event_accumulator.EventAccumulator("demo_logs").Reload()
kept_by_default = len(events.Scalars("loss"))

events = event_accumulator.EventAccumulator(
    "demo_logs", size_guidance={"scalars": 0}
).Reload()
steps = [event.step for event in events.Scalars("loss")]
losses = [event.value for event in events.Scalars("loss")]

print("points by default:", kept_by_default)
print("points with size_guidance:", len(steps))

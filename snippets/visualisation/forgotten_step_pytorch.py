import shutil

from tensorboard.backend.event_processing import event_accumulator
from torch.utils.tensorboard import SummaryWriter

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    for loss in (0.875, 0.5, 0.25):
        writer.add_scalar("loss", loss)  # no step

events = event_accumulator.EventAccumulator("demo_logs").Reload()
steps = [event.step for event in events.Scalars("loss")]
losses = [event.value for event in events.Scalars("loss")]
last_step = steps[-1]

for step, loss in zip(steps, losses):
    print(step, loss)

import shutil

from tensorboard.backend.event_processing import event_accumulator
from torch.utils.tensorboard import SummaryWriter

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    writer.add_text("notes", "**Batch size** 32, rate `0.1`", 3)
    writer.add_text("notes", "Größe × 2: no better", 5)

events = event_accumulator.EventAccumulator("demo_logs").Reload()
tags = events.Tags()["tensors"]
records = events.Tensors("notes/text_summary")
steps = [record.step for record in records]
notes = [
    record.tensor_proto.string_val[0].decode() for record in records
]

print("tag:", *tags)
for step, note in zip(steps, notes):
    print(step, note)

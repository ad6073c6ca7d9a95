import io
import shutil

import numpy as np
import torch
from PIL import Image
from tensorboard.backend.event_processing import event_accumulator
from torch.utils.tensorboard import SummaryWriter

rng = np.random.default_rng(0)
batch = rng.integers(0, 256, (4, 5, 6, 3), dtype="uint8")
ramp = torch.tensor([0.0, 0.25, 0.5, 0.75, 0.999, 1.0])

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    images = torch.tensor(batch).permute(0, 3, 1, 2)
    writer.add_images("batch", images)  # NCHW
    writer.add_image("ramp", ramp.reshape(1, 1, 6))  # CHW

events = event_accumulator.EventAccumulator("demo_logs").Reload()


def read(tag):
    (event,) = events.Images(tag)
    png = io.BytesIO(event.encoded_image_string)
    return np.asarray(Image.open(png))


pixels = read("batch")
kept_by_default = pixels.shape[1] // 6
levels = read("ramp")[0, :, 0].tolist()
near_white = levels.pop(4)
ramp_rest = levels

print("height, width, channels:", pixels.shape)
print("images in it:", kept_by_default)
print("ramp:", *ramp_rest[:4], near_white, ramp_rest[4])

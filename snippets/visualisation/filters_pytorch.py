import io
import shutil

import numpy as np
import torch
from PIL import Image
from tensorboard.backend.event_processing import event_accumulator
from torch import nn
from torch.utils.tensorboard import SummaryWriter

rng = np.random.default_rng(0)
kernel = rng.normal(size=(5, 7, 3, 8)).astype("float32")

layer = nn.Conv2d(3, 8, (5, 7))
with torch.no_grad():
    layer.weight.copy_(torch.tensor(kernel).permute(3, 2, 0, 1))

weight = layer.weight.detach()  # filters, channels, height, width
low, high = weight.min(), weight.max()
levels = ((weight - low) / (high - low) * 255).to(torch.uint8)
rows = levels.reshape(2, 4, 3, 5, 7)
grid = rows.permute(2, 0, 3, 1, 4).reshape(3, 10, 28)
shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    writer.add_image("filters", grid)

events = event_accumulator.EventAccumulator("demo_logs").Reload()
(event,) = events.Images("filters")
png = io.BytesIO(event.encoded_image_string)
pixels = np.asarray(Image.open(png))

print("height, width, channels:", pixels.shape)
print("first pixel:", pixels[0, 0], "last:", pixels[-1, -1])

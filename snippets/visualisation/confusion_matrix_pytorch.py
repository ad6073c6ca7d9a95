import io
import shutil

import numpy as np
from matplotlib.figure import Figure
from PIL import Image
from tensorboard.backend.event_processing import event_accumulator
from torch.utils.tensorboard import SummaryWriter

matrix = np.array([[50, 2, 1], [4, 45, 6], [0, 3, 52]])
figure = Figure(figsize=(3, 2.5), dpi=40)
axes = figure.subplots()
axes.imshow(matrix, cmap="Blues")
for (row, column), count in np.ndenumerate(matrix):
    axes.text(column, row, str(count), ha="center", va="center")

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    writer.add_figure("confusion", figure)

events = event_accumulator.EventAccumulator("demo_logs").Reload()
(event,) = events.Images("confusion")
png = io.BytesIO(event.encoded_image_string)
stored = np.asarray(Image.open(png))
size = list(stored.shape)
pixels = stored[::4, ::4]  # every fourth one is enough to compare

print("height, width, channels:", *size)
print("darkest and brightest value:", stored.min(), stored.max())

import http.client
import io
import json
import socket
import subprocess
import sys
import time

import numpy as np
import torch
from PIL import Image
from torch.utils.tensorboard import SummaryWriter

# --8<-- [start:write]
rng = np.random.default_rng(0)
weights = rng.normal(size=200).astype("float32")
picture = rng.integers(0, 256, (4, 6, 3), dtype="uint8")

for run, start in [("first", 1.0), ("second", 0.5)]:
    with SummaryWriter(f"logs/{run}") as writer:
        for step in range(4):
            writer.add_scalar("loss", start / (step + 1), step)
        writer.add_histogram("weights", torch.tensor(weights), bins=30)
        image = torch.tensor(picture).permute(2, 0, 1)
        writer.add_image("sample", image)
# --8<-- [end:write]

# --8<-- [start:serve]
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
options = f"--logdir logs --host 127.0.0.1 --port {port}"
options += " --load_fast false --reload_interval 0"
options += " --reload_task blocking"  # answer once all is read


def get(path):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/data" + path)
    return connection.getresponse().read()


server = subprocess.Popen(
    [sys.executable, "-m", "tensorboard.main", *options.split()],
    stderr=subprocess.DEVNULL,
)
# --8<-- [end:serve]

# --8<-- [start:ask]
try:
    give_up = time.monotonic() + 100
    while True:
        try:
            runs = sorted(json.loads(get("/runs")))
            break
        except ConnectionRefusedError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.2)
    listing = json.loads(get("/plugin/scalars/tags"))
    tags = {run: sorted(listing[run]) for run in runs}
    curves = {}
    for run in runs:
        query = f"/plugin/scalars/scalars?run={run}&tag=loss"
        curves[run] = [value for _, _, value in json.loads(get(query))]
    query = "/plugin/histograms/histograms?run=first&tag=weights"
    ((_, _, buckets),) = json.loads(get(query))
    counts = [count for left, right, count in buckets]
    query = "/plugin/images/images?run=first&tag=sample"
    (image,) = json.loads(get(query))
    png = get("/plugin/images/individualImage?" + image["query"])
finally:
    server.terminate()
    server.wait()
pixels = np.asarray(Image.open(io.BytesIO(png)))

print("runs:", *runs)
for run, values in curves.items():
    print(tags[run], *(f"{value:.4f}" for value in values))
print("values in the histogram:", sum(counts))
print("image:", pixels.shape, "first pixel", pixels[0, 0])
# --8<-- [end:ask]

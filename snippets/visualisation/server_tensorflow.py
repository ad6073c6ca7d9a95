import http.client
import json
import socket
import subprocess
import sys
import time

import numpy as np
import tensorflow as tf

# --8<-- [start:write]
rng = np.random.default_rng(0)
weights = rng.normal(size=200).astype("float32")
picture = rng.integers(0, 256, (4, 6, 3), dtype="uint8")

for run, start in [("first", 1.0), ("second", 0.5)]:
    writer = tf.summary.create_file_writer(f"logs/{run}")
    with writer.as_default(step=0):
        for step in range(4):
            tf.summary.scalar("loss", start / (step + 1), step)
        tf.summary.histogram("weights", weights)
        tf.summary.image("sample", picture[np.newaxis])
    writer.close()
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
pixels = tf.io.decode_png(png).numpy()

print("runs:", *runs)
for run, values in curves.items():
    print(tags[run], *(f"{value:.4f}" for value in values))
print("values in the histogram:", sum(counts))
print("image:", pixels.shape, "first pixel", pixels[0, 0])
# --8<-- [end:ask]

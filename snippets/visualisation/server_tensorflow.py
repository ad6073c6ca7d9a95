import http.client
import json
import shutil
import urllib.parse

import numpy as np
import tensorflow as tf
from tensorboard import program

# --8<-- [start:write]
rng = np.random.default_rng(0)
weights = rng.normal(size=200).astype("float32")
picture = rng.integers(0, 256, (4, 6, 3), dtype="uint8")

shutil.rmtree("demo_logs", ignore_errors=True)
for run, start in [("first", 1.0), ("second", 0.5)]:
    writer = tf.summary.create_file_writer(f"demo_logs/{run}")
    with writer.as_default(step=0):
        for step in range(0, 40, 10):
            tf.summary.scalar("loss", start / (step + 1), step)
        tf.summary.histogram("weights", weights)
        tf.summary.image("sample", picture[np.newaxis])
    writer.close()
# --8<-- [end:write]

# --8<-- [start:serve]
server = program.TensorBoard()
options = "--logdir demo_logs --host 127.0.0.1 --port 0"
options += " --load_fast false --reload_interval 0"
options += " --reload_task blocking"  # answer once all is read
server.configure(argv=[None, *options.split()])
address = urllib.parse.urlparse(server.launch()).netloc


def get(path):
    connection = http.client.HTTPConnection(address)
    connection.request("GET", "/data" + path)
    return connection.getresponse().read()


# --8<-- [end:serve]

# --8<-- [start:ask]
runs = sorted(json.loads(get("/runs")))
listing = json.loads(get("/plugin/scalars/tags"))
tags = {run: sorted(listing[run]) for run in runs}
curves = {}
for run in runs:
    query = f"/plugin/scalars/scalars?run={run}&tag=loss"
    points = json.loads(get(query))
    curves[run] = [[step, value] for _, step, value in points]
query = "/plugin/histograms/histograms?run=first&tag=weights"
((_, _, buckets),) = json.loads(get(query))
query = "/plugin/images/images?run=first&tag=sample"
(image,) = json.loads(get(query))
png = get("/plugin/images/individualImage?" + image["query"])
pixels = tf.io.decode_png(png).numpy()

print("runs:", *runs)
for run, points in curves.items():
    print(
        tags[run], *(f"{step}: {value:.4f}" for step, value in points)
    )
print("values in the histogram:", sum(count for *_, count in buckets))
print("image:", pixels.shape, "first pixel", pixels[0, 0])
# --8<-- [end:ask]

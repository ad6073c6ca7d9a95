import json
import logging
import socket
import subprocess
import sys
import tempfile
import time

import tensorflow as tf
import visdom

logging.getLogger("visdom").setLevel("ERROR")

# --8<-- [start:serve]
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
start = "from visdom.server.run_server import start_server;"
start += (
    f"start_server({port}, '127.0.0.1', '', 'envs', bind_local=True)"
)
folder = tempfile.TemporaryDirectory()  # keeps the environments
server = subprocess.Popen(
    [sys.executable, "-c", start],
    cwd=folder.name,
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
give_up = time.monotonic() + 60
while True:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
        break
    except ConnectionRefusedError:
        if server.poll() is not None or time.monotonic() > give_up:
            raise
        time.sleep(0.2)
# --8<-- [end:serve]

try:
    # --8<-- [start:draw]
    viz = visdom.Visdom(
        "http://127.0.0.1",
        port=port,
        use_incoming_socket=False,
        raise_exceptions=True,
    )
    steps = tf.range(4.0)
    losses = tf.Variable([0.875, 0.5, 0.25, 0.125])
    points = tf.constant([[0.0, 1.0], [2.0, -1.0], [3.0, 0.5]])
    grid = tf.constant([[1.0, 2.0, 0.5], [0.0, -1.0, 4.0]])
    curve = losses.numpy(), steps.numpy()
    names = [
        viz.line(*curve, opts={"title": "loss"}),
        viz.scatter(points.numpy()),
        viz.bar(tf.constant([3.0, 5.0, 2.0]).numpy()),
        viz.heatmap(grid.numpy()),
        viz.histogram(losses.numpy(), opts={"numbins": 3}),
    ]
    viz.line(*curve, env="second")
    # --8<-- [end:draw]

    # --8<-- [start:read]
    stored = json.loads(viz.get_window_data())
    traces = [stored[name]["content"]["data"][0] for name in names]
    kinds = [trace["type"] for trace in traces]
    drawn = [trace.get("z", trace.get("y")) for trace in traces]
    environments = sorted(viz.get_env_list())
    # --8<-- [end:read]
finally:
    server.kill()
    server.wait()
    folder.cleanup()

# --8<-- [start:report]
for kind, values in zip(kinds, drawn):
    print(kind, values)
print("environments:", *environments)
viz.scatter(points)  # a tensor as it is
# --8<-- [end:report]

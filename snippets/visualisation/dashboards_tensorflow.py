import glob
import http.client
import json
import shutil
import time
import urllib.parse

import tensorflow as tf
from tensorboard import program
from tensorboard.plugins import projector
from tensorboard.plugins.custom_scalar import layout_pb2
from tensorboard.plugins.custom_scalar import summary as custom
from tensorboard.plugins.hparams import api as hp
from tensorboard.plugins.mesh import summary_v2 as mesh
from tensorboard.plugins.pr_curve import summary as pr_curve


def filled(folder):
    server = program.TensorBoard()
    options = f"--logdir {folder} --host 127.0.0.1 --port 0"
    options += " --load_fast false --reload_interval 0"
    options += " --reload_task blocking"
    server.configure(argv=[None, *options.split()])
    address = urllib.parse.urlparse(server.launch()).netloc

    def get(path):
        connection = http.client.HTTPConnection(address)
        connection.request("GET", "/data" + path)
        return json.loads(connection.getresponse().read())

    listing = get("/plugins_listing")
    names = {name for name in listing if listing[name]["enabled"]}
    if glob.glob(f"{folder}/**/projector_config.pbtxt", recursive=True):
        while not get("/plugin/projector/runs"):  # read in background
            time.sleep(0.1)
        names.add("projector")
    return sorted(names)


@tf.function
def double(x):
    return x * 2


def write_own(folder):
    writer = tf.summary.create_file_writer(folder)
    with writer.as_default(step=0):
        tf.summary.scalar("loss", 0.5)
        tf.summary.histogram("weights", tf.random.normal((50,)))
        tf.summary.image("sample", tf.random.uniform((1, 4, 6, 3)))
        tf.summary.text("note", "a note")
        tf.summary.audio("tone", tf.zeros((1, 100, 1)), 44100)
        graph = double.get_concrete_function(tf.zeros(3)).graph
        tf.summary.graph(graph)
    return writer


shutil.rmtree("demo_logs", ignore_errors=True)
write_own("demo_logs/own").close()

points = tf.constant([[[0.0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]]])
labels, scores = tf.constant([False, True]), tf.random.uniform((2,))
curve = pr_curve.pb("spam", labels.numpy(), scores.numpy())
lines = layout_pb2.MultilineChartContent(tag=["loss"])
chart = layout_pb2.Chart(title="losses", multiline=lines)
category = layout_pb2.Category(title="training", chart=[chart])
charts = custom.pb(layout_pb2.Layout(category=[category]))
writer = write_own("demo_logs/all")
with writer.as_default(step=0):
    mesh.mesh("points", points)
    for record in (curve, charts):
        tf.summary.experimental.write_raw_pb(record.SerializeToString())
    hp.hparams({"rate": 0.1})
writer.close()
vectors = tf.Variable(tf.random.normal((5, 3)))
tf.train.Checkpoint(vectors=vectors).save("demo_logs/all/vectors.ckpt")
config = projector.ProjectorConfig()
name = "vectors/.ATTRIBUTES/VARIABLE_VALUE"
config.embeddings.add().tensor_name = name
projector.visualize_embeddings("demo_logs/all", config)

by_own_means = filled("demo_logs/own")
number_by_own_means = len(by_own_means)
dashboards = filled("demo_logs/all")
number = len(dashboards)

print(number_by_own_means, "dashboards by tf.summary:")
print(*by_own_means)
print(number, "with the packages of TensorBoard:")
print(*dashboards, sep="\n")

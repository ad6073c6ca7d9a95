import shutil

import numpy as np
import tensorflow as tf
from tensorboard.backend.event_processing import event_accumulator
from tensorboard.plugins.pr_curve import metadata, summary

rng = np.random.default_rng(0)
scores = rng.random(60).astype("float32")
labels = rng.random(60) < scores

shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    record = summary.pb("spam", labels, scores, num_thresholds=11)
    tf.summary.experimental.write_raw_pb(
        record.SerializeToString(), step=0
    )
writer.close()

events = event_accumulator.EventAccumulator("demo_logs").Reload()
(record,) = events.Tensors("spam/pr_curves")
curve = tf.make_ndarray(record.tensor_proto)
counts, precision, recall = curve[:4], curve[4], curve[5]
content = events.PluginTagToContent("pr_curves")["spam/pr_curves"]
thresholds = metadata.parse_plugin_metadata(content).num_thresholds

print("thresholds:", thresholds)
print("true positives:", *counts[0].astype(int))
print("precision:", *(f"{value:.2f}" for value in precision))
print("recall:   ", *(f"{value:.2f}" for value in recall))

import shutil

import numpy as np
import torch
from tensorboard.backend.event_processing import event_accumulator
from tensorboard.plugins.pr_curve import metadata
from tensorboard.util.tensor_util import make_ndarray
from torch.utils.tensorboard import SummaryWriter

rng = np.random.default_rng(0)
scores = rng.random(60).astype("float32")
labels = rng.random(60) < scores

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    writer.add_pr_curve(
        "spam",
        torch.tensor(labels),
        torch.tensor(scores),
        num_thresholds=11,
    )

events = event_accumulator.EventAccumulator("demo_logs").Reload()
(record,) = events.Tensors("spam")
curve = make_ndarray(record.tensor_proto)
counts, precision, recall = curve[:4], curve[4], curve[5]
content = events.PluginTagToContent("pr_curves")["spam"]
thresholds = metadata.parse_plugin_metadata(content).num_thresholds

print("thresholds:", thresholds)
print("true positives:", *counts[0].astype(int))
print("precision:", *(f"{value:.2f}" for value in precision))
print("recall:   ", *(f"{value:.2f}" for value in recall))

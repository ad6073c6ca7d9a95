import os
import shutil

import tensorflow as tf
from tensorboard.backend.event_processing import event_accumulator

losses = {
    "train": [0.9, 0.5, 0.25, 0.125],
    "validation": [1.0, 0.75, 0.625, 0.6875],
}

shutil.rmtree("demo_logs", ignore_errors=True)
for run, values in losses.items():
    writer = tf.summary.create_file_writer(f"demo_logs/{run}")
    with writer.as_default():
        for epoch, value in enumerate(values):
            tf.summary.scalar("loss", value, 10 * epoch)
    writer.close()

runs = sorted(os.listdir("demo_logs"))
curves, steps = {}, {}
for run in losses:
    folder = f"demo_logs/{run}"
    events = event_accumulator.EventAccumulator(folder).Reload()
    records = events.Tensors("loss")
    curves[run] = [
        tf.make_ndarray(record.tensor_proto).item()
        for record in records
    ]
    steps[run] = [record.step for record in records]

print("runs:", *runs)
for run, values in curves.items():
    print(f"{run:<10}", *(f"{value:.4f}" for value in values))

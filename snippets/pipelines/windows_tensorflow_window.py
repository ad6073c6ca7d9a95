import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
series = rng.normal(size=20).astype("float32")


def together(window):
    return window.batch(5)


def divide(window):
    return window[:-1], window[-1]


rows = tf.data.Dataset.from_tensor_slices(series)
rows = rows.window(5, shift=1, drop_remainder=True)
rows = rows.flat_map(together).map(divide)
batches = list(rows.batch(8))
inputs = tf.concat([batch for batch, _ in batches], axis=0)
targets = tf.concat([batch for _, batch in batches], axis=0)
inside = tf.reduce_any(inputs == targets[:, None], axis=1)
targets_inside = float(tf.reduce_mean(tf.cast(inside, tf.float32)))

print("windows with target:", len(inputs))
print("first:", inputs[0].numpy().round(4), "->", f"{targets[0]:.4f}")
print("share of targets inside their window:", targets_inside)

import tempfile

import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(24, 3)), dtype=tf.float32)
y = tf.constant(rng.normal(size=24), dtype=tf.float32)


def build():
    data = tf.data.Dataset.range(24).shuffle(24, seed=0)
    iterator = iter(data.batch(4).repeat())
    return tf.train.Checkpoint(
        weight=tf.Variable(tf.zeros(3)), iterator=iterator
    )


def train(run, steps):
    seen = []
    for _ in range(steps):
        batch = next(run.iterator)
        inputs, targets = tf.gather(x, batch), tf.gather(y, batch)
        error = tf.linalg.matvec(inputs, run.weight) - targets
        step = tf.linalg.matvec(inputs, error, transpose_a=True)
        run.weight.assign_sub(0.1 * step)
        seen.append(batch.numpy().tolist())
    return seen


whole, first, second, restarted = build(), build(), build(), build()
all_batches = train(whole, 14)
expected = all_batches[8:]
train(first, 8)
with tempfile.TemporaryDirectory() as folder:
    path = first.save(f"{folder}/run")  # with the position in the data
    second.restore(path).assert_existing_objects_matched()
after_resuming = train(second, 6)
restarted.weight.assign(first.weight)
after_restart = train(restarted, 6)


def out_of_place(batches):
    return int((np.array(batches) != np.array(expected)).sum())


times_seen = np.bincount(np.ravel(all_batches[:12]))  # in two epochs
samples_out_of_place = out_of_place(after_resuming)
samples_out_of_place_without_position = out_of_place(after_restart)
largest_difference = tf.reduce_max(tf.abs(second.weight - whole.weight))
print("without a stop:", *expected[:3])
print("resumed:       ", *after_resuming[:3])
print("restarted:     ", *after_restart[:3])

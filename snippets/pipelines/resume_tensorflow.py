import tempfile

import tensorflow as tf


def batches():
    numbers = tf.data.Dataset.range(20)
    return numbers.shuffle(20, seed=103).batch(4)


uninterrupted = [batch.numpy().tolist() for batch in batches()]

with tempfile.TemporaryDirectory() as folder:
    iterator = iter(batches())
    seen = [next(iterator).numpy().tolist() for _ in range(2)]
    checkpoint = tf.train.Checkpoint(iterator=iterator)
    path = checkpoint.write(f"{folder}/position")

    iterator = iter(batches())
    tf.train.Checkpoint(iterator=iterator).read(path)
    resumed = [batch.numpy().tolist() for batch in iterator]

shuffled = uninterrupted[0] != [0, 1, 2, 3]
same_rest = resumed == uninterrupted[2:]
batches_left = len(resumed)
complete = sorted(sum(seen + resumed, [])) == list(range(20))
print("seen:   ", *seen)
print("resumed:", *resumed)
print("as without interruption:", same_rest)

unshuffled = tf.data.Dataset.range(20).batch(4).skip(2)
in_order = [batch.numpy().tolist() for batch in unshuffled]
print("in order:", *in_order)

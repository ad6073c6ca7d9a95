import time

import tensorflow as tf

drawn = []


def recorded():
    for row in range(30):
        drawn.append(row)
        yield row


source = tf.data.Dataset.from_generator(
    recorded, output_signature=tf.TensorSpec((), tf.int64)
)
batches = iter(source.batch(2).prefetch(3))
first = next(batches)
time.sleep(0.5)  # for the thread that reads ahead
rows_ahead = len(drawn) - len(first)
loaded = [
    first.numpy().tolist(),
    *(batch.numpy().tolist() for batch in batches),
]
print("first batch:", first.numpy().tolist())
print("rows ahead of it:", rows_ahead)
print("all:", len(loaded), "batches, the last", loaded[-1])

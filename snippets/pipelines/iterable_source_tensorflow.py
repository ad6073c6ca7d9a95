import tensorflow as tf


def numbers():
    for n in range(7):
        yield n * n - 5


integer = tf.TensorSpec(shape=(), dtype=tf.int64)
stream = tf.data.Dataset.from_generator(
    numbers, output_signature=integer
)

loader = stream.batch(3)
first_epoch = list(loader)
second_epoch = list(loader)
print("first epoch: ", *(b.numpy().tolist() for b in first_epoch))
print("second epoch:", *(b.numpy().tolist() for b in second_epoch))

iterator = numbers()
used_up = tf.data.Dataset.from_generator(
    lambda: iterator, output_signature=integer
).batch(3)
elements_per_epoch = [
    sum(len(batch) for batch in used_up) for _ in range(2)
]
print("from one iterator:", elements_per_epoch, "elements")

sized = stream.apply(tf.data.experimental.assert_cardinality(7))
promised_batches = len(sized.batch(3))
print("batches, with a length promised:", promised_batches)
len(loader)

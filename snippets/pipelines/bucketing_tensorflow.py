import numpy as np
import tensorflow as tf

lengths = np.random.default_rng(0).integers(1, 41, size=60).tolist()
# sequence number n consists of n + 1, so zeros are padding
sequences = tf.data.Dataset.from_generator(
    lambda: ([n + 1] * k for n, k in enumerate(lengths)),
    output_signature=tf.TensorSpec(shape=[None], dtype=tf.int64),
)

in_order = sequences.padded_batch(6)
in_buckets = sequences.bucket_by_sequence_length(
    element_length_func=tf.size,
    bucket_boundaries=[11, 21, 31],
    bucket_batch_sizes=[6, 6, 6, 6],
)
batches = [batch.numpy() for batch in in_buckets]
shapes = [list(batch.shape) for batch in batches]
rows = [int(row[0]) - 1 for batch in batches for row in batch]
padding_in_order = sum(int((b.numpy() == 0).sum()) for b in in_order)
padding_in_buckets = sum(int((b == 0).sum()) for b in batches)
remaining_share = padding_in_buckets / padding_in_order

print("shapes:", *(f"{height}x{width}" for height, width in shapes))
print("first batch:", *rows[:6])
print("padding:", padding_in_order, "->", padding_in_buckets)

import tensorflow as tf

rows = tf.ragged.constant([[1.5, 2.25, 3.75], [-4.5]])

padded = rows.to_tensor(default_value=-1.0)
lengths = rows.row_lengths()
mask = tf.sequence_mask(lengths)
means = tf.reduce_mean(rows, axis=1)
print("padded:", padded.numpy().tolist())
print("mask:", mask.numpy().tolist())
print("means:", means.numpy().tolist())

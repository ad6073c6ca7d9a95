import tensorflow as tf

words = [[5, 2, 9], [7], [4, 4, 1, 8, 6]]
sequences = tf.data.Dataset.from_generator(
    lambda: words,
    output_signature=tf.TensorSpec(shape=[None], dtype=tf.int64),
)


def with_length(sequence):
    return sequence, tf.size(sequence, out_type=tf.int64)


fill = tf.constant(-1, tf.int64)
measured = sequences.map(with_length)
padded, lengths = next(
    iter(measured.padded_batch(3, padding_values=(fill, fill)))
)
to_six = sequences.padded_batch(
    3, padded_shapes=[6], padding_values=fill
)
padded_to_six = next(iter(to_six))
default_padding = next(iter(sequences.padded_batch(3)))
default_fill = default_padding[1, -1]
print(padded.numpy())
print("lengths:", lengths.numpy())
print("to six:", padded_to_six.shape)
print("default:", default_padding.shape, "fill", default_fill.numpy())

next(iter(sequences.batch(3)))

import numpy as np
import tensorflow as tf

array = np.array([1.0, 2.0, 3.0])
received = tf.convert_to_tensor(array)
copied = tf.constant(array)
array[0] = 100.0
print("convert_to_tensor, array changed:", received.numpy().tolist())
print("tf.constant:", copied.numpy().tolist())

written_through = tf.constant([1.0, 2.0, 3.0])
written_through.numpy()[1] = -50.0
kept_apart = written_through
print("numpy() written to:", written_through.numpy().tolist())

seen = np.asarray(kept_apart)
shared = np.shares_memory(seen, np.asarray(kept_apart))
writeable = seen.flags.writeable
print("np.asarray shares:", shared, "can be written to:", writeable)

reversed_values = tf.constant(array[::-1])
print("reversed:", reversed_values.numpy().tolist())

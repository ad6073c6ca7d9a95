import numpy as np
import tensorflow as tf

tf.config.threading.set_intra_op_parallelism_threads(1)

rng = np.random.default_rng(0)
rows = tf.constant(rng.random((16, 200_000), dtype="float32"))

sums = [float(tf.reduce_sum(row)) for row in rows]
repeated = [float(tf.reduce_sum(row)) for row in rows]
repeated_changed = int(repeated != sums)
threads = tf.config.threading.get_intra_op_parallelism_threads()
print("threads:", threads)
print("first sums:", *(f"{total:.3f}" for total in sums[:4]))

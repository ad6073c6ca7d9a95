import tensorflow as tf
from tensorflow.python.debug.lib import debug_events_reader

x = tf.constant([[1.0, -2.0, 3.0]])
weight = tf.Variable(tf.ones((3, 2)))

tf.debugging.experimental.enable_dump_debug_info("dump")
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(tf.nn.relu(x @ weight))
gradient = tape.gradient(loss, weight)
tf.debugging.experimental.disable_dump_debug_info()

with debug_events_reader.DebugDataReader("dump") as reader:
    reader.update()
    operations = [step.op_type for step in reader.executions()]

matrix_products = operations.count("MatMul")
print("\n".join(operations))

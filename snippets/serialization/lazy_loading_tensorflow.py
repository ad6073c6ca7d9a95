import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
kernel = tf.Variable(rng.normal(size=(64, 8)), dtype=tf.float32)
bias = tf.Variable(rng.normal(size=8), dtype=tf.float32)
x = tf.constant(rng.normal(size=(2, 64)), dtype=tf.float32)
path = tf.train.Checkpoint(kernel=kernel, bias=bias).write("big")

reader = tf.train.load_checkpoint(path)
for name in sorted(reader.get_variable_to_shape_map()):
    print(name)
row = reader.get_tensor("kernel/.ATTRIBUTES/VARIABLE_VALUE")[5]
print("sixth row of the kernel:", row[:4].round(4))

later = tf.train.Checkpoint()
later.read(path)
later.kernel = tf.Variable(tf.zeros((64, 8)))
later.bias = tf.Variable(tf.zeros(8))
outputs = x @ later.kernel + later.bias
print(outputs[0, :4].numpy().round(4))

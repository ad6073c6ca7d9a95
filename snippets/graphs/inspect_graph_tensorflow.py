import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
kernel = rng.normal(size=(3, 2)).astype("float32")
x = tf.constant(rng.normal(size=(4, 3)).astype("float32"))


class Dense(tf.Module):
    def __init__(self):
        super().__init__()
        self.kernel = tf.Variable(kernel)
        self.bias = tf.Variable(tf.ones(2))

    @tf.function
    def __call__(self, x):
        return tf.nn.relu(x @ self.kernel + self.bias)


dense = Dense()
program = dense.__call__.get_concrete_function(x)
nodes = [op.type for op in program.graph.get_operations()]
output = program(x)

for node in nodes:
    print(node)
print("shape of the output:", tuple(output.shape))

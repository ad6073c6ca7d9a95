import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(5, 4)), dtype=tf.float32)


def draw(*shape):
    return tf.Variable(rng.normal(size=shape), dtype=tf.float32)


class Net(tf.Module):
    def __init__(self):
        super().__init__()
        self.hidden = [draw(4, 3), draw(3)]
        self.head = [draw(3, 2), draw(2)]

    @tf.function(input_signature=[tf.TensorSpec((None, 4), tf.float32)])
    def __call__(self, x):
        kernel, bias = self.hidden
        hidden = tf.tanh(x @ kernel + bias)
        kernel, bias = self.head
        return hidden @ kernel + bias


model = Net()
expected = model(x)

tf.saved_model.save(model, "model")
del Net, model

loaded = tf.saved_model.load("model")
outputs = [loaded(x[:2]), loaded(x)]
print("signatures:", *sorted(loaded.signatures))
print("shapes:", *(tuple(output.shape) for output in outputs))
print(outputs[0].numpy().round(4))

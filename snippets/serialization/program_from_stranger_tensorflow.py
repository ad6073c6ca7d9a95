import os

import tensorflow as tf

x = tf.constant([1.0, -2.0, 0.5])


class Scaled(tf.Module):
    def __init__(self):
        super().__init__()
        self.factor = tf.Variable(1.5)

    @tf.function(input_signature=[tf.TensorSpec((3,), tf.float32)])
    def __call__(self, x):
        tf.io.write_file("visited", "written by the model")
        return self.factor * x


tf.saved_model.save(Scaled(), "model")

loaded = tf.saved_model.load("model")
ran_on_load = int(os.path.exists("visited"))
outputs = loaded(x)
ran_after_call = int(os.path.exists("visited"))
print("outputs:", outputs.numpy())
print("file written on loading:", bool(ran_on_load))
print("after the call:", bool(ran_after_call))

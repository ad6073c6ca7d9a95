import keras
import tensorflow as tf
from keras import ops

positive = tf.constant([1.0, 2.5, -0.5])
negative = tf.constant([1.0, -2.5, -0.5])
signature = [keras.InputSpec(shape=(3,), dtype="float32")]


class WithCond(keras.Model):
    def call(self, x):
        return ops.cond(ops.sum(x) > 0, lambda: x**2, lambda: 0.5 * x)


model = WithCond()
model(positive)
model.export("model", input_signature=signature, verbose=False)
loaded = tf.saved_model.load("model")
outputs = [loaded.serve(positive), loaded.serve(negative)]
print("sum above zero:", outputs[0].numpy())
print("sum below zero:", outputs[1].numpy())


class WithIf(keras.Model):
    def call(self, x):
        if ops.sum(x) > 0:
            return x**2
        return 0.5 * x


model = WithIf()
model(positive)
model.export("branch", input_signature=signature, verbose=False)

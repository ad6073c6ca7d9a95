import tensorflow as tf

positive = tf.constant([1.0, 2.5, -0.5])
negative = tf.constant([1.0, -2.5, -0.5])


class WithIf(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec((3,), tf.float32)])
    def __call__(self, x):
        if tf.reduce_sum(x) > 0:
            return x**2
        return 0.5 * x


tf.saved_model.save(WithIf(), "model")
loaded = tf.saved_model.load("model")
outputs = [loaded(positive), loaded(negative)]
print("sum above zero:", outputs[0].numpy())
print("sum below zero:", outputs[1].numpy())

import tensorflow as tf

x = tf.constant([[1.0, -2.0, 0.5]])


class Net(tf.Module):
    def __init__(self):
        super().__init__()
        self.weight = tf.Variable([[0.5], [1.5], [-1.0]])

    @tf.function(input_signature=[tf.TensorSpec((1, 3), tf.float32)])
    def __call__(self, x):
        with tf.device("/GPU:0"):
            return x @ self.weight


tf.saved_model.save(Net(), "model")

loaded = tf.saved_model.load("model")
outputs = loaded(x)
device = tf.DeviceSpec.from_string(outputs.device).device_type.lower()
print("computed on:", device)
print("outputs:", outputs.numpy())

tf.config.set_soft_device_placement(False)
tf.saved_model.load("model")(x)

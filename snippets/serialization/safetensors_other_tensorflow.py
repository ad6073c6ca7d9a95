import keras
import numpy as np
import tensorflow as tf
from keras import layers
from safetensors.numpy import save_file
from safetensors.tensorflow import load_file

rng = np.random.default_rng(0)


def draw(*shape):
    return rng.normal(size=shape).astype("float32")


x = draw(2, 5, 5, 2)

# The names and shapes that PyTorch gives its weights.
names = ["weight", "bias", "running_mean", "running_var"]
kernel = draw(3, 3, 2, 4).transpose(3, 2, 0, 1)
arrays = {"0.weight": np.ascontiguousarray(kernel), "0.bias": draw(4)}
arrays |= {f"1.{name}": draw(4) for name in names}
arrays["1.running_var"] **= 2
kernel = draw(4, 3).T
arrays |= {"5.weight": np.ascontiguousarray(kernel), "5.bias": draw(3)}
save_file(arrays, "pytorch.safetensors")

model = keras.Sequential(
    [
        keras.Input((5, 5, 2)),
        layers.Conv2D(4, 3),
        layers.BatchNormalization(epsilon=1e-3),
        layers.ReLU(),
        layers.GlobalAveragePooling2D(),
        layers.Dense(3),
    ]
)
conv, norm, _, _, dense = model.layers
loaded = load_file("pytorch.safetensors")
conv.kernel.assign(tf.transpose(loaded["0.weight"], (2, 3, 1, 0)))
conv.bias.assign(loaded["0.bias"])
norm.gamma.assign(loaded["1.weight"])
norm.beta.assign(loaded["1.bias"])
norm.moving_mean.assign(loaded["1.running_mean"])
norm.moving_variance.assign(loaded["1.running_var"])
dense.kernel.assign(tf.transpose(loaded["5.weight"]))
dense.bias.assign(loaded["5.bias"])

outputs = model(x, training=False)
print(outputs.numpy().round(4))

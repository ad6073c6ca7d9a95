import keras
import numpy as np
import tensorflow as tf
from keras import layers

KERNELS = {1: (4, 3, 3, 3), 2: (4, 4, 3, 3), 3: (4, 3, 1, 1)}
draw = np.random.default_rng(0).standard_normal
state = {}
for n, shape in KERNELS.items():
    state[f"conv{n}.weight"] = 0.3 * draw(shape, "float32")
    state[f"norm{n}.weight"] = draw(4, "float32")
    state[f"norm{n}.bias"] = draw(4, "float32")
    state[f"norm{n}.running_mean"] = draw(4, "float32")
    state[f"norm{n}.running_var"] = 1 + draw(4, "float32") ** 2
images = draw((2, 3, 8, 6), "float32")
upstream = draw((2, 4, 4, 3), "float32")
images = tf.constant(images.transpose(0, 2, 3, 1))
upstream = tf.constant(upstream.transpose(0, 2, 3, 1))

# --8<-- [start:block]
convolutions = [
    layers.Conv2D(4, 3, strides=2, use_bias=False),
    layers.Conv2D(4, 3, padding="same", use_bias=False),
    layers.Conv2D(4, 1, strides=2, use_bias=False),
]
norms = [
    layers.BatchNormalization(momentum=0.9, epsilon=1e-5)
    for _ in range(3)
]

inputs = keras.Input((8, 6, 3))
x = convolutions[0](layers.ZeroPadding2D(1)(inputs))
x = layers.ReLU()(norms[0](x))
x = norms[1](convolutions[1](x))
shortcut = norms[2](convolutions[2](inputs))
outputs = layers.ReLU()(layers.Add()([x, shortcut]))
block = keras.Model(inputs, outputs)

for n in range(3):
    weight = state[f"conv{n + 1}.weight"]
    convolutions[n].set_weights([weight.transpose(2, 3, 1, 0)])
    parts = ["weight", "bias", "running_mean", "running_var"]
    norms[n].set_weights([state[f"norm{n + 1}.{p}"] for p in parts])

inference = block(images)

with tf.GradientTape() as tape:
    training_outputs = block(images, training=True)
sources = {}
for n in range(3):
    sources[f"conv{n + 1}.weight"] = convolutions[n].kernel
    sources[f"norm{n + 1}.weight"] = norms[n].gamma
    sources[f"norm{n + 1}.bias"] = norms[n].beta
gradients = tape.gradient(
    training_outputs, sources, output_gradients=upstream
)
for n in range(3):
    name = f"conv{n + 1}.weight"
    gradients[name] = tf.transpose(gradients[name], (3, 2, 0, 1))
running_means = [norm.moving_mean for norm in norms]
running_variances = [norm.moving_variance for norm in norms]
# --8<-- [end:block]
print("inference:", inference[0, 1, 1].numpy().round(4))
print("training:", training_outputs[0, 1, 1].numpy().round(4))
print("running mean:", running_means[0].numpy().round(4))
print("running variance:", running_variances[0].numpy().round(4))

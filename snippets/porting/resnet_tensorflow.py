import keras
import numpy as np
import tensorflow as tf
from keras import layers
from safetensors.numpy import load_file


# --8<-- [start:model]
def norm(name):
    """PyTorch's defaults; its momentum counts the other way."""
    return layers.BatchNormalization(
        epsilon=1e-5, momentum=0.9, name=name
    )


def conv(x, filters, size, stride, name):
    """Pad both sides alike, as PyTorch does, not as 'same' does."""
    if size > 1:
        x = layers.ZeroPadding2D(size // 2)(x)
    return layers.Conv2D(
        filters, size, stride, use_bias=False, name=name
    )(x)


def block(x, filters, stride, name):
    y = conv(x, filters, 3, stride, f"{name}.conv1")
    y = layers.ReLU()(norm(f"{name}.bn1")(y))
    y = norm(f"{name}.bn2")(conv(y, filters, 3, 1, f"{name}.conv2"))
    if stride > 1:
        x = conv(x, filters, 1, stride, f"{name}.skip.0")
        x = norm(f"{name}.skip.1")(x)
    return layers.ReLU()(layers.Add()([y, x]))


def resnet():
    inputs = keras.Input((32, 32, 3))
    x = layers.ReLU()(norm("bn")(conv(inputs, 8, 3, 1, "conv")))
    # What is padded is not negative, so zeros do for the maximum.
    x = layers.MaxPooling2D(3, 2)(layers.ZeroPadding2D(1)(x))
    x = block(block(x, 8, 1, "block1"), 16, 2, "block2")
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(10, name="fc")(x))


# --8<-- [end:model]
# --8<-- [start:weights]
def port(model, checkpoint):
    """Load PyTorch's weights by the names of the layers."""
    for layer in model.layers:
        get = {
            name.removeprefix(f"{layer.name}."): value
            for name, value in checkpoint.items()
            if name.rpartition(".")[0] == layer.name
        }
        if isinstance(layer, layers.Conv2D):
            # out, in, height, width -> height, width, in, out
            layer.set_weights([get["weight"].transpose(2, 3, 1, 0)])
        elif isinstance(layer, layers.Dense):
            layer.set_weights([get["weight"].T, get["bias"]])
        elif isinstance(layer, layers.BatchNormalization):
            names = "weight", "bias", "running_mean", "running_var"
            layer.set_weights([get[name] for name in names])


def back(model):
    """The same in PyTorch's names and layouts."""
    state = {}
    for layer in model.layers:
        values = layer.get_weights()
        if isinstance(layer, layers.Conv2D):
            values = [values[0].transpose(3, 2, 0, 1)]
        elif isinstance(layer, layers.Dense):
            values = [values[0].T, values[1]]
        names = "weight", "bias", "running_mean", "running_var"
        for name, value in zip(names, values):
            state[f"{layer.name}.{name}"] = value
    return state


# --8<-- [end:weights]
# --8<-- [start:use]
def batch():
    """Eight images, channels last, and their classes."""
    i = np.arange(8 * 3 * 32 * 32)
    images = np.sin(i * 0.37).reshape(8, 3, 32, 32)
    images = images.transpose(0, 2, 3, 1).astype("float32")
    return images, np.arange(8) % 10


checkpoint = load_file("resnet.safetensors")
model = resnet()
port(model, checkpoint)
images, classes = batch()
logits = model(images, training=False)
print("logits of the first image:")
print([f"{value:.4f}" for value in logits[0].numpy()])

returned = back(model)
unchanged = sum(
    np.array_equal(checkpoint[name], value)
    for name, value in returned.items()
)
print(f"arrays that go back unchanged: {unchanged}")

with tf.GradientTape() as tape:
    outputs = model(images, training=True)
    loss = keras.losses.SparseCategoricalCrossentropy(True)(
        classes, outputs
    )
kernel = model.get_layer("conv").kernel
first_gradient = tape.gradient(loss, kernel)
first_gradient = tf.transpose(first_gradient, [3, 2, 0, 1])
running_mean = model.get_layer("block2.bn2").moving_mean
running_variance = model.get_layer("block2.bn2").moving_variance
print(f"loss in training mode: {float(loss):.5f}")
# --8<-- [end:use]

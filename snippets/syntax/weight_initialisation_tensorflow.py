import keras
from keras import initializers, layers


def largest_and_std(weight):
    values = weight.numpy()
    return float(abs(values).max()), float(values.std())


keras.utils.set_random_seed(0)
layer = layers.Dense(64)
layer.build((None, 784))
default_kernel = largest_and_std(layer.kernel)
default_bias = float(abs(layer.bias.numpy()).max())

glorot_kernel, glorot_bias = default_kernel, default_bias

bound = 784**-0.5
layer = layers.Dense(
    64,
    kernel_initializer=initializers.VarianceScaling(
        scale=1 / 3, mode="fan_in", distribution="uniform"
    ),
    bias_initializer=initializers.RandomUniform(-bound, bound),
)
layer.build((None, 784))
fan_in_kernel = largest_and_std(layer.kernel)
fan_in_bias = float(abs(layer.bias.numpy()).max())

print("default: largest {:.4f}, std {:.4f}".format(*default_kernel))
print(f"default bias: largest {default_bias:.4f}")
print("fan-in: largest {:.4f}, std {:.4f}".format(*fan_in_kernel))
print("Glorot: largest {:.4f}, std {:.4f}".format(*glorot_kernel))

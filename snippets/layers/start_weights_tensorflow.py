import keras
import numpy as np
from keras import initializers, layers


def largest_and_std(*variables):
    values = np.concatenate([v.numpy().ravel() for v in variables])
    return float(abs(values).max()), float(values.std())


def departure(variable):
    """Largest departure from orthogonal rows of length 1."""
    weight = variable.numpy()
    return float(abs(weight @ weight.T - np.eye(64)).max())


def convolution(**settings):
    layer = layers.Conv2D(32, kernel_size=3, **settings)
    layer.build((None, 8, 8, 16))
    return largest_and_std(layer.kernel)


def embedding(**settings):
    layer = layers.Embedding(1000, 16, **settings)
    layer.build()
    return largest_and_std(layer.embeddings)


def attention(**settings):
    layer = layers.MultiHeadAttention(4, key_dim=16, **settings)
    layer.build((None, 5, 64), (None, 5, 64))
    parts = [layer.query_dense, layer.key_dense, layer.value_dense]
    inputs = largest_and_std(*(part.kernel for part in parts))
    return inputs, largest_and_std(layer.output_dense.kernel)


keras.utils.set_random_seed(0)
convolution_by_default = convolution_glorot = convolution()
convolution_fan_in = convolution(
    kernel_initializer=initializers.VarianceScaling(
        scale=1 / 3, mode="fan_in", distribution="uniform"
    )
)

embedding_uniform = embedding()
_, embedding_by_default = embedding_uniform
_, embedding_normal = embedding(
    embeddings_initializer=initializers.RandomNormal(stddev=1.0)
)

lstm = layers.LSTM(64)
lstm.build((None, 5, 32))
recurrent_by_default = departure(lstm.cell.recurrent_kernel)
recurrent_orthogonal = round(recurrent_by_default, 5)
forget_bias_by_default = lstm.cell.bias.numpy()[64:128]
forget_bias_of_one = forget_bias_by_default

attention_by_default, attention_output_by_default = attention()
attention_glorot = attention_by_default
bound = (6 / (64 + 3 * 64)) ** 0.5
attention_packed, _ = attention(
    kernel_initializer=initializers.RandomUniform(-bound, bound)
)

print("convolution: up to {:.4f}".format(*convolution_by_default))
print("as in PyTorch: up to {:.4f}".format(*convolution_fan_in))
print(f"embedding: standard deviation {embedding_by_default:.3f}")
print("forget gate's bias:", forget_bias_by_default[:3])
print("attention: up to {:.4f}".format(*attention_by_default))

import numpy as np
import tensorflow as tf
from keras import layers

SHAPES = {
    "embedding": [(7, 6)],
    "lstm": [(6, 12), (3, 12), (12,)],
    "gru": [(6, 9), (3, 9), (2, 9)],
    "attention": [*3 * [(6, 2, 3), (2, 3)], (2, 3, 6), (6,)],
    "wide": [*3 * [(6, 2, 5), (2, 5)], (2, 5, 6), (6,)],
    "transposed": [(4, 4, 3, 2), (3,)],
}
draw = np.random.default_rng(0).standard_normal
stored = {
    name: [0.5 * draw(shape, "float32") for shape in shapes]
    for name, shapes in SHAPES.items()
}
images = tf.constant(draw((2, 3, 4, 2), "float32"))
tokens = tf.constant([[1, 4, 6, 2, 2], [5, 0, 3, 1, 6]])


def outputs(layer, name, *inputs):
    layer(*inputs)  # creates the weights
    layer.set_weights(stored[name])
    return layer(*inputs)


vectors = outputs(layers.Embedding(7, 6), "embedding", tokens)
lstm = layers.LSTM(3, return_sequences=True)
lstm_outputs = outputs(lstm, "lstm", vectors)
gru = layers.GRU(3, return_sequences=True)
gru_outputs = outputs(gru, "gru", vectors)
attention = layers.MultiHeadAttention(num_heads=2, key_dim=3)
attention_outputs = outputs(attention, "attention", vectors, vectors)
wide = layers.MultiHeadAttention(num_heads=2, key_dim=5)
wide_outputs = outputs(wide, "wide", vectors, vectors)
transposed = layers.Conv2DTranspose(3, 4, strides=2, padding="same")
maps = outputs(transposed, "transposed", images)

print("LSTM:", lstm_outputs[0, -1].numpy().round(4))
print("GRU: ", gru_outputs[0, -1].numpy().round(4))
print("attention:", attention_outputs[0, 0].numpy().round(4))
print("wider:    ", wide_outputs[0, 0].numpy().round(4))
print("transposed convolution:", maps[0, 0, 0].numpy().round(4))

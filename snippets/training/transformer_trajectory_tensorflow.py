import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

rng = np.random.default_rng(0)
text = tf.constant(rng.integers(11, size=(8, 7)))
tokens, labels = text[:, :-1], text[:, 1:]
shapes = [(11, 8), (6, 8)]  # tokens and positions
shapes += [(8, 24), (24,), (8, 8), (8,)]  # attention
shapes += [(8, 16), (16,), (16, 8), (8,)]  # dense layers
shapes += [(8,), (8,), (8,), (8,), (8, 11), (11,)]  # norms, head
start = [rng.normal(0, 0.3, shape) for shape in shapes]
start[10] += 1  # gains of the norms
start[12] += 1


class Decoder(keras.Model):
    def __init__(self):
        super().__init__()
        self.embed = layers.Embedding(11, 8)
        self.position = layers.Embedding(6, 8)
        self.attention = layers.MultiHeadAttention(2, key_dim=4)
        self.up = layers.Dense(16, activation="relu")
        self.down = layers.Dense(8)
        self.norm1 = layers.LayerNormalization(epsilon=1e-5)
        self.norm2 = layers.LayerNormalization(epsilon=1e-5)
        self.head = layers.Dense(11)

    def call(self, tokens):
        positions = ops.arange(tokens.shape[1])
        x = self.embed(tokens) + self.position(positions)
        x = self.norm1(x + self.attention(x, x, use_causal_mask=True))
        x = self.norm2(x + self.down(self.up(x)))
        return self.head(x)


model = Decoder()
model(tokens)  # creates the weights
kernels = np.split(start[2], 3, axis=1)  # query, key, value
biases = np.split(start[3], 3)
projections = [a for pair in zip(kernels, biases) for a in pair]
values = [*start[:2], *projections, *start[4:]]
model.set_weights(
    [
        value.reshape(weight.shape)
        for value, weight in zip(values, model.weights, strict=True)
    ]
)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.SGD(0.3)


@tf.function
def train_step(tokens, labels):
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(tokens, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    return loss


losses = []
for step in range(15):
    losses.append(float(train_step(tokens, labels)))

after = model.get_weights()
kernels = [kernel.reshape(8, 8) for kernel in after[2:8:2]]
biases = [bias.reshape(8) for bias in after[3:8:2]]
weights = [
    *after[:2],
    np.concatenate(kernels, axis=1),
    np.concatenate(biases),
    after[8].reshape(8, 8),
    *after[9:],
]
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))

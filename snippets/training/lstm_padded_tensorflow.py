import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

tokens = tf.constant(
    [
        [3, 7, 1, 9, 2],
        [5, 4, 8, 0, 0],
        [11, 2, 6, 10, 0],
        [7, 3, 0, 0, 0],
        [1, 1, 4, 6, 9],
        [8, 0, 0, 0, 0],
    ]
)
labels = tf.constant([0, 2, 1, 1, 0, 2])
rng = np.random.default_rng(0)
shapes = [(12, 5), (5, 28), (7, 28), (28,), (7, 3), (3,)]
start = [rng.normal(0, 0.5, shape) for shape in shapes]

embed = layers.Embedding(12, 5, mask_zero=True)
lstm = layers.LSTM(7)
head = layers.Dense(3)
model = keras.Sequential(
    [keras.Input((5,), dtype="int32"), embed, lstm, head]
)
model.set_weights(start)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.SGD(0.5)

without_mask = ops.take(embed.embeddings, tokens, axis=0)
loss_with_padding_read = float(
    loss_fn(labels, head(lstm(without_mask)))
)


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

effect_of_padding = abs(loss_with_padding_read - losses[0])
weights = model.get_weights()
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
print(f"first loss with padding read: {loss_with_padding_read:.4f}")

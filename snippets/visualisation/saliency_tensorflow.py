import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

rng = np.random.default_rng(0)
first = tf.constant(rng.normal(0, 0.2, (64, 16)), tf.float32)
second = tf.constant(rng.normal(0, 0.2, (16, 10)), tf.float32)
image = tf.constant(load_digits().images[8] / 16.0, tf.float32)

with tf.GradientTape() as tape:
    tape.watch(image)
    flat = tf.reshape(image, (1, 64))
    scores = (tf.tanh(flat @ first) @ second)[0]
    winner = int(tf.argmax(scores))
    score = scores[winner]
saliency = tf.abs(tape.gradient(score, image))
strongest = int(tf.argmax(tf.reshape(saliency, [-1])))

print("class", winner)
for row in saliency:
    print(*(f"{value:.2f}" for value in row))
print("strongest:", divmod(strongest, 8))

import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(5, 3)), dtype=tf.float32)
y = tf.constant(rng.normal(size=(5, 1)), dtype=tf.float32)

model = keras.Sequential(
    [keras.Input((3,)), keras.layers.Dense(1, use_bias=False)]
)
model.set_weights([np.array([[0.5], [-1.0], [2.0]])])

kept = model.get_weights()[0].T
copied = np.copy(kept)

optimizer = keras.optimizers.SGD(learning_rate=0.5)
with tf.GradientTape() as tape:
    loss = tf.reduce_mean(tf.square(model(x) - y))
gradients = tape.gradient(loss, model.trainable_variables)
optimizer.apply(gradients, model.trainable_variables)

trained = model.get_weights()[0].T
kept_follows = bool(np.array_equal(kept, trained))
print("trained:", trained.round(3))
print("get_weights:", kept.round(3))

import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(12, 4)), dtype=tf.float32)
y = tf.constant(rng.normal(size=12), dtype=tf.float32)
start = tf.constant([0.5, -1.0, 2.0, 1.5])
batches = list(zip(tf.split(x, [7, 2, 3]), tf.split(y, [7, 2, 3])))


def accumulated(loss_of, batches):
    weight = tf.Variable(start)
    count = len(batches)
    optimizer = keras.optimizers.SGD(
        1.0, gradient_accumulation_steps=count if count > 1 else None
    )
    for inputs, targets in batches:
        with tf.GradientTape() as tape:
            error = tf.linalg.matvec(inputs, weight) - targets
            loss = loss_of(tf.square(error))
        optimizer.apply([tape.gradient(loss, weight)], [weight])
    return start - weight  # moved by the gradient, once


whole = accumulated(tf.reduce_mean, [(x, y)])
mean_of_means = accumulated(tf.reduce_mean, batches)
sum_over_count = accumulated(  # the optimiser divides by 3
    lambda squares: tf.reduce_sum(squares) * 3 / len(x), batches
)
error_of_mean_of_means = tf.reduce_max(tf.abs(mean_of_means - whole))
error_of_sum_over_count = tf.reduce_max(tf.abs(sum_over_count - whole))
print("whole batch:  ", whole.numpy().round(4))
print("mean of means:", mean_of_means.numpy().round(4))
print("sum / count:  ", sum_over_count.numpy().round(4))

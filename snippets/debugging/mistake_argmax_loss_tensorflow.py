import keras
import tensorflow as tf

model = keras.Sequential(
    [
        keras.Input((4,)),
        keras.layers.Dense(3, kernel_initializer="zeros"),
    ]
)
x, y = tf.ones((8, 4)), tf.constant([0, 1, 2, 0, 1, 2, 0, 1])

with tf.GradientTape() as tape:
    predicted = tf.argmax(model(x), axis=1, output_type=tf.int32)
    loss = tf.reduce_mean(tf.cast(predicted != y, tf.float32))
gradients = tape.gradient(loss, model.trainable_variables)
print("gradients:", gradients)

optimizer = keras.optimizers.SGD(learning_rate=0.1)
optimizer.apply(gradients, model.trainable_variables)

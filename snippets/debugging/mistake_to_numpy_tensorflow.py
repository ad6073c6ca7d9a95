import keras
import tensorflow as tf

layer = keras.layers.Dense(1)
prediction = layer(tf.ones((2, 3)))

array_shape = prediction.numpy().shape
print("eager:", array_shape)


@tf.function
def predict(x):
    return layer(x).numpy()


predict(tf.ones((2, 3)))

import keras
import tensorflow as tf

embedding = keras.layers.Embedding(input_dim=10, output_dim=4)
output_shape = tuple(embedding(tf.constant([[1, 9]])).shape)
print("indices 1 and 9:", output_shape)

embedding(tf.constant([[1, 10]]))

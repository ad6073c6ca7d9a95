import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
table = draw((6, 4), "float32")
upstream = tf.constant(draw((2, 4), "float32"))
tokens = tf.constant([[3, 5, 3, 0], [2, 0, 0, 0]])

embedding = layers.Embedding(6, 4, mask_zero=True)
embedding.build()
embedding.set_weights([table])
pooling = layers.GlobalAveragePooling1D()

with tf.GradientTape() as tape:
    vectors = embedding(tokens)
    plain_mean = tf.reduce_mean(vectors, axis=1)
gradient_of_plain_mean = tf.convert_to_tensor(
    tape.gradient(
        plain_mean, embedding.embeddings, output_gradients=upstream
    )
)
gradient_of_all_rows = gradient_of_plain_mean
padding_gradient = gradient_of_plain_mean[0]
other_rows = gradient_of_plain_mean[1:]

with tf.GradientTape() as tape:
    masked_mean = pooling(embedding(tokens))
gradient_of_masked_mean = tf.convert_to_tensor(
    tape.gradient(
        masked_mean, embedding.embeddings, output_gradients=upstream
    )
)

print("padding token:", vectors[0, 3].numpy().round(4))
print("its gradient: ", padding_gradient.numpy().round(4))
print("masked mean:", masked_mean[1].numpy().round(4))

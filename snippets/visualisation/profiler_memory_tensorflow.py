import tensorflow as tf

x = tf.ones((256, 128))
product = x @ tf.transpose(x)

product_shape = list(product.shape)
print("product:", product_shape)

# On a GPU this gives the bytes in use and their peak.
tf.config.experimental.get_memory_info("CPU:0")

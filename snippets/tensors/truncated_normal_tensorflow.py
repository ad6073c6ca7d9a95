import tensorflow as tf

tf.random.set_seed(0)
by_default = tf.random.truncated_normal([4000], stddev=0.02)
largest_by_default = float(tf.reduce_max(tf.abs(by_default)))
print(f"largest by default: {largest_by_default:.4f}")

largest_cut = largest_by_default
deviation_cut = float(tf.math.reduce_std(by_default))
print(f"standard deviation: {deviation_cut:.4f}")

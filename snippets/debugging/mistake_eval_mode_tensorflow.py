import keras
import tensorflow as tf

keras.utils.set_random_seed(0)
model = keras.Sequential([keras.layers.Dropout(0.5)])
x = tf.ones((1, 1000))


def dropped(output):
    return int(tf.math.count_nonzero(output == 0)) / 1000


by_default = dropped(model(x))
in_training = dropped(model(x, training=True))
in_prediction = dropped(model(x, training=False))
print(f"model(x): {by_default}")
print(f"model(x, training=True): {in_training}")
print(f"model(x, training=False): {in_prediction}")

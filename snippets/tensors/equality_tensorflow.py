import tensorflow as tf
from keras import ops

nan = float("nan")
a = tf.constant([1.0, 2.0, nan])
b = tf.constant([1.0, 2.5, nan])
x = tf.constant([1.0, 100.0, 0.0, 0.0])
y = tf.constant([1.000009, 100.002, 1e-9, 5e-8])

elementwise = a == b
whole = [
    bool(tf.reduce_all(x == tf.identity(x))),
    bool(tf.reduce_all(a == tf.identity(a))),
]
with_nan = [
    bool(ops.all(ops.isclose(a, a))),
    bool(ops.all(ops.isclose(a, a, equal_nan=True))),
]
nearly = ops.isclose(x, y)
other_shape = bool(a == b[:2])
in_a_set = len({x.ref(), tf.identity(x).ref()})

print("a == b:", elementwise.numpy().tolist())
print("equal, without and with NaN:", *whole)
print("isclose:", nearly.numpy().tolist())
print("== for another shape:", other_shape)
print("x and its copy in a set, by ref():", in_a_set)

{x, tf.identity(x)}

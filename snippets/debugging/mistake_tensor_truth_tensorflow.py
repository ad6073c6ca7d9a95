import tensorflow as tf

errors = tf.constant([0.1, 0.3, 0.2])

within_tolerance = bool(tf.reduce_all(errors < 0.25))
print("reduce_all():", within_tolerance)

if errors < 0.25:
    print("good enough")

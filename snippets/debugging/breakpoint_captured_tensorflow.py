import sys

import tensorflow as tf

stops = []


def stop():
    h = sys._getframe(1).f_locals["h"]
    stops.append(h.numpy().tolist() if hasattr(h, "numpy") else None)
    print("stopped, h =", h)


sys.breakpointhook = stop


@tf.function
def layer(x):
    h = x * 2
    breakpoint()
    return h + 1


print("tf.function")
outputs = [layer(tf.constant([1.0, i])) for i in range(3)]
captured_stops, value_seen = len(stops), any(stops)
stops.clear()

print("run_functions_eagerly")
tf.config.run_functions_eagerly(True)
eager_outputs = [layer(tf.constant([1.0, i])) for i in range(3)]
eager_values = stops

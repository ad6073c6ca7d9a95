import sys

import keras
import numpy as np

stops = []


def stop():
    h = sys._getframe(1).f_locals["h"]
    stops.append(h[0].numpy().tolist() if hasattr(h, "numpy") else None)
    print("stopped, h =", h)


sys.breakpointhook = stop


class Layer(keras.layers.Layer):
    def call(self, x):
        h = x * 2
        breakpoint()
        return h + 1


data = np.array([[1, 0], [1, 1], [1, 2]], dtype="float32")

print("build")
model = keras.Sequential([keras.Input((2,)), Layer()])
stops.clear()

print("predict")
outputs = model.predict(data, batch_size=1, verbose=0)
captured_stops, value_seen = len(stops), any(stops)
stops.clear()

print("run_eagerly=True")
model.compile(run_eagerly=True)
eager_outputs = model.predict(data, batch_size=1, verbose=0)
eager_values = stops

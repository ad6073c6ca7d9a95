import os
import traceback

import keras
import tensorflow as tf
from keras import layers

model = keras.Sequential(
    [
        keras.Input((29,)),
        layers.Dense(13, activation="relu"),
        layers.Dense(5),
    ]
)


def predict(x):
    scaled = x / 2
    return model(scaled)


files = []


def frames(call):
    try:
        call(tf.ones((8, 31)))
    except Exception as error:
        stack = traceback.extract_tb(error.__traceback__)
        named = str(error).count(f'"{__file__}", line')
    files.append(os.path.basename(stack[-1].filename))
    own = sum(frame.filename == __file__ for frame in stack)
    return own, len(stack) - own, named


eager_own, eager_framework, eager_named = frames(predict)
captured_own, captured_framework, captured_named = frames(
    tf.function(predict)
)

keras.config.disable_traceback_filtering()
tf.debugging.disable_traceback_filtering()
_, unfiltered_eager, _ = frames(predict)
_, unfiltered_captured, _ = frames(tf.function(predict))
more_eager = unfiltered_eager > 3 * eager_framework
more_captured = unfiltered_captured > 3 * captured_framework
mostly_removed = more_eager + more_captured

print("frames: own code, framework; own lines named in the message")
print("eager:   ", eager_own, eager_framework, eager_named, files[0])
print("captured:", captured_own, captured_framework, captured_named)
print("unfiltered, over 3 times as many:", more_eager, more_captured)

import math

import keras
from keras import layers

model = keras.Sequential(
    [
        keras.Input((784,)),
        layers.Dense(64),
        layers.BatchNormalization(),
        layers.ReLU(),
        layers.Dense(10),
    ]
)


def count(weights):
    return sum(math.prod(weight.shape) for weight in weights)


trainable = count(model.trainable_weights)
fixed = count(model.non_trainable_weights)
print(trainable, "trainable,", fixed, "non-trainable:")
for weight in model.non_trainable_weights:
    print(" ", weight.name, math.prod(weight.shape))

model.layers[0].trainable = False
trainable_after_freezing = count(model.trainable_weights)
print("first layer frozen:", trainable_after_freezing, "trainable")

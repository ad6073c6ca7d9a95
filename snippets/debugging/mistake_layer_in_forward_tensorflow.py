import keras
import numpy as np


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(8, activation="relu")

    def call(self, x):
        x = self.hidden(x)
        return keras.layers.Dense(2)(x)


keras.utils.set_random_seed(0)
model = Net()
x = np.ones((1, 4), dtype="float32")
same_twice = bool(np.array_equal(model(x), model(x)))
parameters = model.count_params()
print("same output twice:", same_twice)
print("parameters:", parameters)

model.compile("sgd", "mse")
model.fit(x, np.ones((1, 2)), verbose=0)

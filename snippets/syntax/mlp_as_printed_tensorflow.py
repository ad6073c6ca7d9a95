import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits

digits = load_digits()
images = np.kron(digits.images / 16, np.ones((1, 3, 3)))
images = np.pad(images, ((0, 0), (2, 2), (2, 2)))
x_train = images.reshape(-1, 784)
y_train = digits.target

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.Input((784,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(x_train, y_train, epochs=5, verbose=0)

steps = int(model.optimizer.iterations)
final_loss = model.evaluate(x_train, y_train, verbose=0)
print(f"{steps} optimiser steps, loss {final_loss:.2f}")

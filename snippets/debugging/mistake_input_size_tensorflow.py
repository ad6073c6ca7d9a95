import keras
import numpy as np

model = keras.Sequential(
    [
        keras.Input((784,)),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(10),
    ]
)
images = np.zeros((8, 28, 28), dtype="float32")

output_shape = tuple(model(images.reshape(8, 784)).shape)
print("flattened:", output_shape)

model.predict(images, verbose=0)

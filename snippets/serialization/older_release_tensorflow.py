import keras
import numpy as np
from keras import layers

x = np.array([[1.0, -0.5], [0.25, 2.0]], dtype="float32")

# the three files are written by tf-keras 2.21, which is Keras 2
model = keras.Sequential(
    [
        keras.Input((2,)),
        layers.Dense(3),
        layers.BatchNormalization(epsilon=1e-3),
    ]
)
model.load_weights("keras2.weights.h5")
from_hdf5 = keras.saving.load_model("keras2.h5", compile=False)

outputs = model(x, training=False)
apart = float(abs(from_hdf5(x, training=False) - outputs).numpy().max())
print(outputs.numpy().round(4))
print("difference between both files:", apart)

keras.saving.load_model("keras2.keras")

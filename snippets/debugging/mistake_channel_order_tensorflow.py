import keras
import numpy as np

model = keras.Sequential(
    [keras.Input((28, 32, 3)), keras.layers.Conv2D(8, kernel_size=3)]
)
photos = np.zeros((4, 3, 28, 32), dtype="float32")

output_shape = tuple(model(photos.transpose(0, 2, 3, 1)).shape)
height_width = output_shape[1:3]
print("channels last:", output_shape)

model(photos)

import keras
import numpy as np

layer = keras.layers.Conv2D(8, kernel_size=3)
photos = np.zeros((4, 3, 28, 32), dtype="float32")

output_shape = tuple(layer(photos).shape)
channels_assumed = layer.kernel.shape[2]
print(f"{output_shape}, channels: {channels_assumed}")

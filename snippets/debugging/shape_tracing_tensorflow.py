import keras
import numpy as np

model = keras.Sequential(
    [
        keras.Input((32, 32, 3)),
        keras.layers.Conv2D(8, 5),
        keras.layers.ReLU(),
        keras.layers.MaxPooling2D(2),
        keras.layers.Conv2D(16, 3, strides=2),
        keras.layers.Flatten(),
        keras.layers.Dense(10),
    ]
)
every_output = [layer.output for layer in model.layers]
inspector = keras.Model(model.inputs[0], every_output)

shapes = []
outputs = inspector(np.zeros((1, 32, 32, 3), dtype="float32"))
for layer, output in zip(model.layers, outputs):
    shapes.append(tuple(output.shape))
    print(f"{type(layer).__name__:<12} {shapes[-1]}")

elements = [int(np.prod(shape)) for shape in shapes]

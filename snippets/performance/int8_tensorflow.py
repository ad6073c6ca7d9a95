import os

import keras
import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter
from keras import layers


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)

    def draw(*shape):
        return rng.standard_normal(shape).astype("float32")

    x = draw(size, 512)
    model = keras.Sequential(
        [
            keras.Input((512,)),
            layers.Dense(1024, activation="relu"),
            layers.Dense(1024, activation="relu"),
            layers.Dense(16),
        ]
    )
    for layer in model.layers:
        layer.kernel.assign(draw(*layer.kernel.shape) / 32)

    model.export("exported", verbose=False)
    converter = tf.lite.TFLiteConverter.from_saved_model("exported")
    if mode == "int8":
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
    interpreter = Interpreter(
        model_content=converter.convert(),
        num_threads=len(os.sched_getaffinity(0)),
    )
    (inputs,) = interpreter.get_input_details()
    interpreter.resize_tensor_input(inputs["index"], x.shape)
    interpreter.allocate_tensors()
    (outputs,) = interpreter.get_output_details()

    def step():
        interpreter.set_tensor(inputs["index"], x)
        interpreter.invoke()
        return interpreter.get_tensor(outputs["index"])

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    exact = setup(4, "float32", "cpu")()
    output = setup(4, "int8", "cpu")()
    error_of_int8 = float(abs(output - exact).max() / abs(exact).max())
    print(exact.argmax(axis=1).tolist(), output.argmax(axis=1).tolist())

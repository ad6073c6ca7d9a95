import keras
import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 10, dtype="float32")[:, None]
batches = tf.data.Dataset.from_tensor_slices((x, 3 * x)).batch(4)


def steps_of_fit(dataset):
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(0.1), loss="mean_squared_error")
    model.fit(
        dataset, steps_per_epoch=7, epochs=2, shuffle=False, verbose=0
    )
    return int(model.optimizer.iterations)


optimiser_steps = steps_of_fit(batches.repeat())
print("two epochs of 7 steps, with repeat():", optimiser_steps)
steps_without_repeat = steps_of_fit(batches)
print("without:", steps_without_repeat)

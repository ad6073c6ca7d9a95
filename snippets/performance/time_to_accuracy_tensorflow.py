import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn.datasets import load_digits


def start():
    rng = np.random.default_rng(0)
    digits = load_digits()
    order = rng.permutation(len(digits.data))
    x = (digits.data[order] / 16).astype("float32")
    weights = [
        rng.standard_normal((fan_in, fan_out)) * (2 / fan_in) ** 0.5
        for fan_in, fan_out in [(64, 64), (64, 10)]
    ]
    return x, digits.target[order], weights


# --8<-- [start:step]
def setup(size, mode, device):
    x, y, weights = start()
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        inputs = tf.constant(x[:1536].reshape(-1, 128, 64))
        labels = tf.constant(y[:1536].reshape(-1, 128))
        held_out, answers = tf.constant(x[1536:]), tf.constant(y[1536:])
        model = keras.Sequential(
            [
                keras.Input((64,)),
                layers.Dense(64, activation="relu"),
                layers.Dense(10),
            ]
        )
        for layer, weight in zip(model.layers, weights, strict=True):
            layer.kernel.assign(weight)
        variables = model.trainable_variables
        optimizer = keras.optimizers.Adam(5e-3, epsilon=1e-12)
        optimizer.build(variables)
        state = [v.value for v in [*variables, *optimizer.variables]]
        fresh = [tf.identity(v) for v in state]

    @tf.function
    def restart():
        for variable, value in zip(state, fresh, strict=True):
            variable.assign(value)

    @tf.function(jit_compile=mode == "xla")
    def train_epoch(inputs, labels):
        for i in tf.range(len(inputs)):
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean(
                    tf.nn.sparse_softmax_cross_entropy_with_logits(
                        labels[i], model(inputs[i], training=True)
                    )
                )
            gradients = tape.gradient(loss, variables)
            optimizer.apply(gradients, variables)
        predicted = tf.argmax(model(held_out, training=False), axis=1)
        return tf.reduce_mean(tf.cast(predicted == answers, tf.float32))

    def step():
        restart()
        for epoch in range(1, 101):
            accuracy = float(train_epoch(inputs, labels))
            if accuracy >= size / 100:
                break
        return epoch, accuracy

    return step


# --8<-- [end:step]
if __name__ == "__main__":
    step = setup(96, "compiled", "cpu")
    runs = [step() for _ in range(2)]
    for epochs, accuracy in runs:
        print(f"{epochs} epochs, held-out accuracy {accuracy:.4f}")

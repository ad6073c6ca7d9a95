import keras
from keras import layers, ops

keras.utils.set_random_seed(0)
x = keras.random.normal((2, 5, 3))


def drops(layer):
    """Whether outputs in training and inference differ."""
    training = layer(x, training=True)
    inference = layer(x, training=False)
    return not bool(ops.all(ops.isclose(training, inference)))


two = keras.Sequential(
    [
        layers.LSTM(4, return_sequences=True),
        layers.Dropout(0.5),
        layers.LSTM(4),
    ]
)
drops_with_one_layer = drops(layers.LSTM(4, dropout=0.5))
drops_between_two = drops(two)
drops_state = int(drops(layers.LSTM(4, recurrent_dropout=0.5)))

print("dropout=0.5, one layer:", drops_with_one_layer)
print("Dropout between two:   ", drops_between_two)
print("recurrent_dropout=0.5: ", bool(drops_state))

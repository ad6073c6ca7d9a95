import keras
import numpy as np

training, validation = keras.utils.split_dataset(
    np.arange(100), left_size=0.8, shuffle=True, seed=0
)
sizes = [len(training), len(validation)]


def seen(dataset, epochs=2):
    return {int(row) for _ in range(epochs) for row in dataset}


shared = len(seen(training) & seen(validation))
print("sizes:", *sizes)
print("rows in both:", shared)

# sorted rows; a model that predicts 0 and does not learn,
# so its loss is the share of positive rows
targets = np.array([0.0] * 80 + [1.0] * 20)[:, None]
model = keras.Sequential(
    [
        keras.Input((1,)),
        keras.layers.Dense(1, kernel_initializer="zeros"),
    ]
)
model.compile(keras.optimizers.SGD(0.0), loss="mean_squared_error")
losses = model.fit(
    targets, targets, validation_split=0.2, verbose=0
).history
positives_for_training = losses["loss"][0]
positives_for_validation = losses["val_loss"][0]
print("positive rows, training:  ", positives_for_training)
print("positive rows, validation:", positives_for_validation)

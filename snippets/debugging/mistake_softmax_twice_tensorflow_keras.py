import keras
from sklearn.datasets import load_digits

x, y = load_digits(return_X_y=True)

model = keras.Sequential(
    [
        keras.Input((64,)),
        keras.layers.Dense(10, "softmax", kernel_initializer="zeros"),
    ]
)
model.compile(
    keras.optimizers.SGD(1.0),
    keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
history = model.fit(x / 16, y, batch_size=len(x), epochs=40, verbose=0)

losses_softmax = losses_logits = history.history["loss"]
final_softmax = losses_softmax[-1]
print(f"softmax, then from_logits=True: {final_softmax:.4f}")
